import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "A custom header makes the browser ask first, and the server refuses the question",
  protocol: "engine-io",
  needs: "node",
  rows: ["OPTIONS 400 code 2: preflight without cors"],
  cards: [{ cause: "cors-not-enabled", protocol: "engine-io", status: 400 }],
  healthy: 0,
  async start(lab) {
    const { origin, path } = await serveSocketIo(lab, lab.mount());
    const script = tryToConnect(origin, { path, extraHeaders: { "x-tenant": "blue" } });
    return { page: await servePage(lab, { script, scripts: ["socket.io"] }) };
  },
} satisfies Scenario;
