import { at, freeOrigin } from "../lab.js";
import { API } from "../names.js";
import { serveSecurePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "A page that came over https negotiates with an http address",
  protocol: "signalr",
  needs: "node",
  rows: ["no request, Mixed Content: http hub from an https page"],
  cards: [{ cause: "mixed-content", protocol: "signalr" }],
  healthy: 0,
  async start(lab) {
    const hub = at(await freeOrigin(), "http:", API) + lab.mount();
    const script = `const hub = ${JSON.stringify(hub)};\n${talk()}`;
    return { page: await serveSecurePage(lab, { script, scripts: ["signalr"] }) };
  },
} satisfies Scenario;
