import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk, WITHOUT_NEGOTIATE } from "../signalr/scripts.js";

const SSE_AND_LONG_POLLING = 2 + 4;

export default {
  title: "The WebSocket without negotiate is answered 404: this hub takes other transports only",
  protocol: "signalr",
  needs: "dotnet",
  cards: [{ cause: "transport-not-enabled", protocol: "signalr", phase: "connect", status: 404 }],
  healthy: 0,
  further: true,
  start: (lab) => sameOrigin(lab, talk(WITHOUT_NEGOTIATE), { hub: lab.mount(), transports: SSE_AND_LONG_POLLING }),
} satisfies Scenario;
