import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "A client that speaks only WebTransport meets a server without HTTP/3",
  protocol: "engine-io",
  needs: "node",
  cards: [{ cause: "webtransport-unavailable", protocol: "engine-io" }],
  healthy: 0,
  async start(lab) {
    const { origin, path } = await serveSocketIo(lab, lab.mount(), { secure: true });
    const options = `{ path: ${JSON.stringify(path)}, transports: ["webtransport"], reconnection: false }`;
    const script = `
const socket = io(${JSON.stringify(origin)}, ${options});
socket.on("connect_error", (error) => done("The client reports: " + error.message));`;
    return { page: await servePage(lab, { script, scripts: ["socket.io"] }) };
  },
} satisfies Scenario;
