import type { Scenario } from "../scenario.js";
import { crossOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "Negotiate is answered 500 on another origin, and the console speaks of CORS",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["500 without Access-Control-Allow-Origin, reported as CORS: the exception comes first"],
  cards: [
    { cause: "cors-masks-server-error", protocol: "signalr", phase: "negotiate", status: 0, confidence: "confirmed" },
  ],
  healthy: 0,
  further: true,
  start: (lab) =>
    crossOrigin(lab, talk(), (page) => ({
      hub: lab.mount(),
      cors: { origins: [page], credentials: true },
      throwsOnNegotiate: true,
    })),
} satisfies Scenario;
