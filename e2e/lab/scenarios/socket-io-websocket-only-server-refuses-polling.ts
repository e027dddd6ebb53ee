import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The client begins with polling, which the server does not offer",
  protocol: "engine-io",
  needs: "node",
  rows: ["GET 400 code 0: polling disabled on the server"],
  shows: ["socket-io/code-0"],
  cards: [{ cause: "transport-not-enabled", protocol: "engine-io", status: 400, engineIoCode: 0 }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      options: { transports: ["websocket"] },
      page: { script: tryToConnect("/", { path }), scripts: ["socket.io"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
