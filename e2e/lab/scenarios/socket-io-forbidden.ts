import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The server refuses the client with 403",
  protocol: "engine-io",
  needs: "node",
  rows: ["403 code 4: allowRequest refused"],
  shows: ["socket-io/code-4"],
  cards: [{ cause: "connection-refused-by-allow-request", protocol: "engine-io", status: 403, engineIoCode: 4 }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      options: { allowRequest: (_request, decide) => decide("No licence for this tenant", false) },
      page: { script: tryToConnect("/", { path }), scripts: ["socket.io"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
