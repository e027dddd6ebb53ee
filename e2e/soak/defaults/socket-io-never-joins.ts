import type { Scenario } from "../../lab/scenario.js";
import { serveSocketIo } from "../../lab/socket-io/server.js";

/** `connectTimeout` is 45 s: a session that joins no namespace by then is closed. Its pings are answered meanwhile. */
export default {
  title: "A session that joins no namespace is closed after 45 s",
  protocol: "engine-io",
  needs: "node",
  standIn: "A bare WebSocket stands in for a client of Engine.IO alone that was pointed at a Socket.IO server.",
  cards: [],
  healthy: 1,
  async start(lab) {
    const path = lab.mount();
    const script = `
const socket = new WebSocket(location.origin.replace("http", "ws") + "${path}/?EIO=4&transport=websocket");
socket.onmessage = ({ data }) => { if (data === "2") socket.send("3"); };
socket.onclose = ({ code, reason }) => done("Closed: " + code + " " + reason);`;
    const { origin } = await serveSocketIo(lab, path, { page: { script, scripts: [] } });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
