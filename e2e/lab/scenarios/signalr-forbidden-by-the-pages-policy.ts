import { freeOrigin } from "../lab.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "The page's Content-Security-Policy lists no host of the hub",
  protocol: "signalr",
  needs: "node",
  rows: ["no request, CSP violation: connect-src lacks the host"],
  cards: [{ cause: "csp-connect-src", protocol: "signalr", netError: "csp" }],
  healthy: 0,
  async start(lab) {
    const headers = { "content-security-policy": "connect-src 'self'" };
    const script = `const hub = ${JSON.stringify(`${await freeOrigin()}${lab.mount()}`)};\n${talk()}`;
    return { page: await servePage(lab, { script, scripts: ["signalr"], headers }) };
  },
} satisfies Scenario;
