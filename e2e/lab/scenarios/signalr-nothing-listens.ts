import { freeOrigin } from "../lab.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "A hub on a port where nothing listens",
  protocol: "signalr",
  needs: "node",
  rows: ["status 0, ERR_CONNECTION_REFUSED"],
  cards: [{ cause: "server-not-running", protocol: "signalr", netError: "net::ERR_CONNECTION_REFUSED" }],
  healthy: 0,
  async start(lab) {
    const script = `const hub = ${JSON.stringify(`${await freeOrigin()}${lab.mount()}`)};\n${talk()}`;
    return { page: await servePage(lab, { script, scripts: ["signalr"] }) };
  },
} satisfies Scenario;
