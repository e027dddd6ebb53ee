import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo2 } from "../socket-io/server-2.js";

export default {
  title: "A version 2 server refuses the client with 403",
  protocol: "engine-io",
  needs: "node",
  rows: ["403 code 4, EIO=3: allowRequest refused"],
  cards: [{ cause: "connection-refused-by-allow-request", protocol: "engine-io", status: 403, engineIoCode: 4 }],
  healthy: 0,
  further: "by name",
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo2(lab, path, {
      options: {
        allowRequest: (_request: unknown, decide: (why: string, mayPass: boolean) => void) =>
          decide("No licence", false),
      },
      page: { script: tryToConnect("/", { path }), scripts: ["socket.io-2"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
