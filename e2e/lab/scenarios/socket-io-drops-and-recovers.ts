import type { Scenario } from "../scenario.js";
import { comesBack } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The client loses its transport, comes back, and the server gives it its old session",
  protocol: "engine-io",
  needs: "node",
  rows: ["transport error, then 40 with pid and offset: the session is recovered"],
  cards: [{ cause: "connection-reset", protocol: "engine-io", phase: "close" }],
  healthy: 1,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      options: { connectionStateRecovery: { maxDisconnectionDuration: 60_000 } },
      page: { script: comesBack(path), scripts: ["socket.io"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
