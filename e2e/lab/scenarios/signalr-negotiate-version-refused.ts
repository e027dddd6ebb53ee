import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "The server wants a newer negotiate version than the client speaks",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["The client requested version '0', but the server does not support this version: MinimumProtocolVersion"],
  cards: [
    {
      cause: "negotiate-version-unsupported",
      protocol: "signalr",
      phase: "negotiate",
      status: 200,
      confidence: "confirmed",
    },
  ],
  healthy: 0,
  further: true,
  start: (lab) => sameOrigin(lab, talk(), { hub: lab.mount(), minimumProtocolVersion: 2 }),
} satisfies Scenario;
