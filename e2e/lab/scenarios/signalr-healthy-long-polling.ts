import type { Scenario } from "../scenario.js";
import { crossOrigin } from "../signalr/hub-page.js";
import { LONG_POLLING, talk } from "../signalr/scripts.js";

export default {
  title: "A session over long polling to another origin: connects, talks, stops",
  protocol: "signalr",
  needs: "dotnet",
  cards: [],
  healthy: 1,
  start: (lab) =>
    crossOrigin(lab, talk(LONG_POLLING), (page) => ({
      hub: lab.mount(),
      cors: { origins: [page], credentials: true },
    })),
} satisfies Scenario;
