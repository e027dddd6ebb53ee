import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "Negotiate is answered 500: the application throws",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["negotiate 500: the application throws"],
  cards: [{ cause: "server-error", protocol: "signalr", phase: "negotiate", status: 500 }],
  healthy: 0,
  further: true,
  start: (lab) => sameOrigin(lab, talk(), { hub: lab.mount(), throwsOnNegotiate: true }),
} satisfies Scenario;
