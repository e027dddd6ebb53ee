import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "Over a WebSocket a namespace refuses the client, with details",
  protocol: "engine-io",
  needs: "node",
  rows: ["44 with message and data: io.use middleware"],
  cards: [{ cause: "namespace-middleware-refused", protocol: "engine-io", phase: "connect" }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const namespace = lab.mount();
    const { io, origin } = await serveSocketIo(lab, path, {
      page: { script: tryToConnect(namespace, { path, transports: ["websocket"] }, 1), scripts: ["socket.io"] },
    });
    io.of(namespace).use((_socket, next) =>
      next(Object.assign(new Error("Quota used up"), { data: { plan: "free" } })),
    );
    return { page: `${origin}/` };
  },
} satisfies Scenario;
