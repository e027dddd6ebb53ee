import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The WebSocket is refused, and so is polling after it, which says why",
  protocol: "engine-io",
  needs: "node",
  rows: ["WS 400; polling answers 403: allowRequest refused"],
  cards: [
    {
      cause: "connection-refused-by-allow-request",
      protocol: "engine-io",
      phase: "open",
      status: 403,
      engineIoCode: 4,
      confidence: "confirmed",
    },
  ],
  healthy: 0,
  further: "by name",
  async start(lab) {
    const path = lab.mount();
    const options = { path, transports: ["websocket", "polling"], tryAllTransports: true };
    const { origin } = await serveSocketIo(lab, path, {
      options: { allowRequest: (_, decide) => decide("No licence for this tenant", false) },
      page: { script: tryToConnect("/", options, 1), scripts: ["socket.io"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
