import type { Scenario } from "../scenario.js";
import { stay } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The Socket.IO server is closed, and its sockets end in good order but without a code",
  protocol: "engine-io",
  needs: "node",
  rows: ["closed 1005 by the server, no 41, pings answered: io.close(), a deployment"],
  cards: [{ cause: "server-shutting-down", protocol: "engine-io", phase: "close", closeCode: 1005 }],
  healthy: 0,
  further: "by name",
  async start(lab) {
    const path = lab.mount();
    const options = { path, transports: ["websocket"], reconnection: false };
    const { io, origin } = await serveSocketIo(lab, path, {
      page: { script: stay("/", options), scripts: ["socket.io"] },
    });
    io.on("connection", () => void setTimeout(() => io.engine.close(), 400));
    return { page: `${origin}/` };
  },
} satisfies Scenario;
