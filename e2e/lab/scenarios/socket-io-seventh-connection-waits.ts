import type { Scenario } from "../scenario.js";
import { serveSocketIo } from "../socket-io/server.js";

const OTHERS = 6;

export default {
  title: "Six clients poll the same host over HTTP/1.1, and the seventh gets no answer in its time",
  protocol: "engine-io",
  needs: "node",
  rows: ["pending, then timeout: the browser's six connections to a host are in use"],
  cards: [{ cause: "browser-connection-limit", protocol: "engine-io", phase: "open" }],
  healthy: OTHERS,
  further: "by name",
  async start(lab) {
    const path = lab.mount();
    const script = `
const options = { path: ${JSON.stringify(path)}, transports: ["polling"], forceNew: true, reconnection: false };
const connected = (socket) => new Promise((resolve, reject) => socket.on("connect", resolve).on("connect_error", reject));
for (let nth = 0; nth < ${OTHERS}; nth += 1) await connected(io(options));
await connected(io(options)).catch((error) => done("The client reports: " + error.message));`;
    const { origin } = await serveSocketIo(lab, path, {
      options: { pingInterval: 60_000 },
      page: { script, scripts: ["socket.io"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
