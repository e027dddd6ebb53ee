import type { WebSocket } from "ws";
import type { Scenario } from "../scenario.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The server closes the socket with 1012, for a restart",
  protocol: "engine-io",
  needs: "node",
  rows: ["close 1012: the server restarts"],
  shows: ["socket-io/server-restarted"],
  cards: [{ cause: "server-shutting-down", protocol: "engine-io", phase: "close" }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const script = `
const socket = io({ path: ${JSON.stringify(path)}, transports: ["websocket"], reconnection: false });
socket.on("connect", () => say("Connected"));
socket.on("disconnect", (reason) => done("Disconnected: " + reason));`;
    const { io, origin } = await serveSocketIo(lab, path, { page: { script, scripts: ["socket.io"] } });
    io.on("connection", ({ conn }) => {
      const transport = conn.transport as unknown as { socket: WebSocket };
      setTimeout(() => transport.socket.close(1012, "Restarting"), 200);
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
