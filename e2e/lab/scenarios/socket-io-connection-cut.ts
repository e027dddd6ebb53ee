import type { WebSocket } from "ws";
import type { Scenario } from "../scenario.js";
import { stay } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The WebSocket ends without a goodbye from anybody",
  protocol: "engine-io",
  needs: "node",
  rows: ["1006, irregular: network or crash"],
  shows: ["socket-io/network-failure"],
  cards: [{ cause: "connection-reset", protocol: "engine-io", phase: "close" }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const { io, origin } = await serveSocketIo(lab, path, {
      page: { script: stay("/", { path, transports: ["websocket"], reconnection: false }), scripts: ["socket.io"] },
    });
    io.on("connection", ({ conn }) => {
      const transport = conn.transport as unknown as { socket: WebSocket };
      setTimeout(() => transport.socket.terminate(), 300);
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
