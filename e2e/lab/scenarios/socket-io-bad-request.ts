import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The server answers the handshake with Bad request",
  protocol: "engine-io",
  needs: "node",
  rows: ["first polling GET answered 400 code 3: middleware or cors callback fails"],
  shows: ["socket-io/code-3"],
  cards: [{ cause: "engine-io-bad-request", protocol: "engine-io", status: 400, engineIoCode: 3 }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const { io, origin } = await serveSocketIo(lab, path, {
      page: { script: tryToConnect("/", { path }), scripts: ["socket.io"] },
    });
    io.engine.use((_request: unknown, _response: unknown, next: (error?: Error) => void) => {
      next(new Error("The session store cannot be reached"));
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
