import type { Scenario } from "../scenario.js";
import { serveSocketIo } from "../socket-io/server.js";

/** Only the path by which Socket.IO goes everywhere gives such a socket away. */
const PATH = "/socket.io";

export default {
  title: "A plain WebSocket asks for the Socket.IO server's path, without the query that its client would send",
  protocol: "engine-io",
  needs: "node",
  rows: ["WebSocket 400 (code 0, unseen) without EIO and transport: a plain WebSocket"],
  cards: [{ cause: "plain-websocket-client", protocol: "engine-io", phase: "open", status: 400 }],
  healthy: 0,
  further: "by name",
  async start(lab) {
    const script = `
const socket = new WebSocket(location.origin.replace("http", "ws") + "${PATH}/");
socket.onclose = ({ code }) => done("Closed with " + code);`;
    const { origin } = await serveSocketIo(lab, PATH, { page: { script, scripts: [] } });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
