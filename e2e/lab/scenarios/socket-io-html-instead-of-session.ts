import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";

export default {
  title: "A web page comes back where the session should be",
  protocol: "engine-io",
  needs: "node",
  rows: ["200 text/html, server error: SPA, dev server or WAF answered"],
  cards: [{ cause: "wrong-endpoint", protocol: "engine-io", status: 200 }],
  healthy: 0,
  async start(lab) {
    const script = tryToConnect("/", { path: lab.mount() });
    return { page: await servePage(lab, { script, scripts: ["socket.io"], everyPath: true }) };
  },
} satisfies Scenario;
