import type { Scenario } from "../scenario.js";
import { tryToJoin } from "../socket-io/scripts.js";
import { serveSocketIo2 } from "../socket-io/server-2.js";

export default {
  title: "A version 2 server's middleware refuses the client",
  protocol: "engine-io",
  needs: "node",
  rows: ["44 with a string: io.use middleware of a version 2 server"],
  cards: [{ cause: "namespace-middleware-refused", protocol: "engine-io", phase: "connect" }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const { io, origin } = await serveSocketIo2(lab, path, {
      page: { script: tryToJoin("/", { path }), scripts: ["socket.io-2"] },
    });
    io.use((_socket, next) => next(new Error("Please sign in again")));
    return { page: `${origin}/` };
  },
} satisfies Scenario;
