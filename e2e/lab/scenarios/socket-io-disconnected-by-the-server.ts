import type { Scenario } from "../scenario.js";
import { stay } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The server disconnects the client, which does not come back by itself",
  protocol: "engine-io",
  needs: "node",
  rows: ["packet 41, then io server disconnect: socket.disconnect()"],
  cards: [{ cause: "closed-by-application", protocol: "engine-io", phase: "close" }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const { io, origin } = await serveSocketIo(lab, path, {
      page: { script: stay("/", { path }), scripts: ["socket.io"] },
    });
    io.on("connection", (socket) => void setTimeout(() => socket.disconnect(), 300));
    return { page: `${origin}/` };
  },
} satisfies Scenario;
