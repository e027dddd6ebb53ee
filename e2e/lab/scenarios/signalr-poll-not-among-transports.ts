import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { BY_HAND } from "../signalr/scripts.js";

const WEBSOCKETS_ONLY = 1;
const SCRIPT = `${BY_HAND}
const answer = await fetch(hub + "?id=" + (await negotiate()));
done(answer.status + " " + (await answer.text()));`;

export default {
  title: "A long poll is answered 404: this hub takes WebSockets only",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["404 LongPolling transport not supported by this end point type: options.Transports"],
  cards: [
    { cause: "transport-not-enabled", protocol: "signalr", phase: "connect", status: 404, confidence: "confirmed" },
  ],
  healthy: 0,
  further: "by name",
  start: (lab) => sameOrigin(lab, SCRIPT, { hub: lab.mount(), transports: WEBSOCKETS_ONLY }),
} satisfies Scenario;
