import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

/** Of the refusal Chromium tells the status alone, and Firefox that it is JSON: a lost Upgrade header looks the same in both. */
export default {
  title: "A client that uses WebSockets only asks a server that offers polling alone",
  protocol: "engine-io",
  needs: "node",
  rows: ["WS 400 (code 0): WebSockets are not among the server's transports"],
  cards: [{ cause: "proxy-drops-upgrade", protocol: "engine-io", phase: "open", status: 400, confidence: "possible" }],
  healthy: 0,
  further: "by name",
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      options: { transports: ["polling"] },
      page: { script: tryToConnect("/", { path, transports: ["websocket"] }, 1), scripts: ["socket.io"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
