import type { Scenario } from "../scenario.js";
import { crossOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "The application does not want to be asked under this host name",
  protocol: "signalr",
  needs: "dotnet",
  cards: [
    { cause: "host-header-rejected", protocol: "signalr", phase: "negotiate", status: 400, confidence: "confirmed" },
  ],
  healthy: 0,
  further: true,
  start: (lab) => crossOrigin(lab, talk(), () => ({ hub: lab.mount(), allowedHosts: "shop.test" })),
} satisfies Scenario;
