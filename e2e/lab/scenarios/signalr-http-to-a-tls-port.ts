import { startHub } from "../dotnet.js";
import { at } from "../lab.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "A hub is asked with http on Kestrel's https port",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["ERR_EMPTY_RESPONSE: http to a TLS port"],
  cards: [{ cause: "plain-to-tls-port", protocol: "signalr" }],
  healthy: 0,
  firefox: {
    cards: [{ cause: "connection-reset", protocol: "signalr" }],
    because: "Firefox has one word for a port that hangs up at plain HTTP and for a connection that was cut",
  },
  async start(lab) {
    const hub = lab.mount();
    const [origins] = await startHub(lab, [{ hub, listens: { https: true } }]);
    if (!origins?.https) throw new Error("The SignalR server named no https port");
    const script = `const hub = ${JSON.stringify(at(origins.https, "http:") + hub)};\n${talk()}`;
    return { page: await servePage(lab, { script, scripts: ["signalr"] }) };
  },
} satisfies Scenario;
