import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo2 } from "../socket-io/server-2.js";

export default {
  title: "A current client opens a WebSocket to a version 2 server, which greets it the old way",
  protocol: "engine-io",
  needs: "node",
  rows: ["EIO=4, a bare 40 before the client's: the server is of version 2"],
  cards: [{ cause: "client-server-version-mismatch", protocol: "engine-io", phase: "connect" }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo2(lab, path, {
      page: { script: tryToConnect("/", { path, transports: ["websocket"] }, 1), scripts: ["socket.io"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
