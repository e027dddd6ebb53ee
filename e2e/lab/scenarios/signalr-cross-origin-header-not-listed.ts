import type { Scenario } from "../scenario.js";
import { crossOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "The preflight lists some request headers, but not those that the client always sends",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["Access-Control-Allow-Headers lacks x-signalr-user-agent: the list of WithHeaders is too short"],
  cards: [
    { cause: "cors-header-not-allowed", protocol: "signalr", phase: "preflight", status: 0, confidence: "confirmed" },
  ],
  healthy: 0,
  further: true,
  start: (lab) =>
    crossOrigin(lab, talk(), (page) => ({
      hub: lab.mount(),
      cors: { origins: [page], credentials: true, requestHeaders: ["content-type", "x-requested-with"] },
    })),
} satisfies Scenario;
