import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The connection opens, and the server refuses the client with a message of its own",
  protocol: "engine-io",
  needs: "node",
  rows: ["44 with a message: io.use middleware refused"],
  cards: [{ cause: "namespace-middleware-refused", protocol: "engine-io" }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const { io, origin } = await serveSocketIo(lab, path, {
      page: { script: tryToConnect("/", { path, auth: { user: "ada" } }, 1), scripts: ["socket.io"] },
    });
    io.use((_socket, next) => next(new Error("Please sign in again")));
    return { page: `${origin}/` };
  },
} satisfies Scenario;
