import type { Scenario } from "../scenario.js";
import { comesBack } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The client asks for its old session, and gets a new one",
  protocol: "engine-io",
  needs: "node",
  rows: ["40{pid,offset} answered with a new sid and pid: the session could not be recovered"],
  cards: [
    { cause: "connection-reset", protocol: "engine-io", phase: "close" },
    { cause: "recovery-refused", protocol: "engine-io", phase: "connect", confidence: "confirmed" },
  ],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      options: { connectionStateRecovery: { maxDisconnectionDuration: 50 } },
      page: { script: comesBack(path), scripts: ["socket.io"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
