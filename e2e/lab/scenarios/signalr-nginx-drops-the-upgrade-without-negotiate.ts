import type { Scenario } from "../scenario.js";
import { behindOneOrigin } from "../signalr/nginx-page.js";
import { talk, WITHOUT_NEGOTIATE } from "../signalr/scripts.js";

/** Chromium tells nothing of who refused a WebSocket, and a hub without WebSockets says the same: so both are possible. */
export default {
  title: "A client that skips negotiation is answered 400 behind an nginx that knows nothing of Upgrade",
  protocol: "signalr",
  needs: ["dotnet", "nginx"],
  rows: ["400 Connection ID required on the WebSocket, skipNegotiation: Upgrade is stripped on the way"],
  cards: [
    {
      cause: "websockets-disabled-on-server",
      protocol: "signalr",
      phase: "connect",
      status: 400,
      confidence: "possible",
    },
  ],
  healthy: 0,
  further: "by name",
  start: (lab) => behindOneOrigin(lab, talk(WITHOUT_NEGOTIATE), { hub: lab.mount() }),
} satisfies Scenario;
