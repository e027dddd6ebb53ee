import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The server refuses the page of another origin, which is not allowed to read that",
  protocol: "engine-io",
  needs: "node",
  rows: ["polling GET 403 without CORS headers: allowRequest refused, unreadable across origins"],
  cards: [{ cause: "cors-masks-server-error", protocol: "engine-io", status: 0 }],
  healthy: 0,
  further: "by name",
  firefox: {
    cards: [{ cause: "connection-refused-by-allow-request", protocol: "engine-io", status: 0, engineIoCode: 4 }],
    because: "Firefox lets the extension read an answer that it keeps from the page, and the code in it",
  },
  async start(lab) {
    const { origin, path } = await serveSocketIo(lab, lab.mount(), {
      options: { allowRequest: (_request, decide) => decide(null, false) },
    });
    return { page: await servePage(lab, { script: tryToConnect(origin, { path }), scripts: ["socket.io"] }) };
  },
} satisfies Scenario;
