import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

/** Chromium tells of a refused WebSocket its status alone, and that has more causes than this one. */
export default {
  title: "A client that uses WebSockets only is refused by allowRequest, with a status that says little",
  protocol: "engine-io",
  needs: "node",
  rows: ["WS 400 (code 4): allowRequest refused"],
  cards: [{ cause: "proxy-drops-upgrade", protocol: "engine-io", phase: "open", status: 400, confidence: "possible" }],
  healthy: 0,
  further: "by name",
  firefox: {
    cards: [
      {
        cause: "connection-refused-by-allow-request",
        protocol: "engine-io",
        phase: "open",
        status: 400,
        engineIoCode: 4,
      },
    ],
    because: "Firefox tells the extension how long the answer is to a WebSocket that is refused, and so the code in it",
  },
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      options: { allowRequest: (_, decide) => decide(null, false) },
      page: { script: tryToConnect("/", { path, transports: ["websocket"] }, 1), scripts: ["socket.io"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
