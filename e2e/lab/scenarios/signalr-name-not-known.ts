import { UNKNOWN } from "../names.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "The host name of the hub does not resolve",
  protocol: "signalr",
  needs: "node",
  rows: ["status 0, ERR_NAME_NOT_RESOLVED"],
  cards: [{ cause: "dns-failure", protocol: "signalr", netError: "net::ERR_NAME_NOT_RESOLVED" }],
  healthy: 0,
  async start(lab) {
    const hub = `https:/${lab.mount()}.${UNKNOWN}${lab.mount()}`;
    const script = `const hub = ${JSON.stringify(hub)};\n${talk()}`;
    return { page: await servePage(lab, { script, scripts: ["signalr"] }) };
  },
} satisfies Scenario;
