import type { Scenario } from "../scenario.js";
import { crossOrigin } from "../signalr/hub-page.js";
import { SERVER_SENT_EVENTS, talk } from "../signalr/scripts.js";

export default {
  title: "A session over Server-Sent Events to another origin: connects, talks, stops",
  protocol: "signalr",
  needs: "dotnet",
  cards: [],
  healthy: 1,
  start: (lab) =>
    crossOrigin(lab, talk(SERVER_SENT_EVENTS), (page) => ({
      hub: lab.mount(),
      cors: { origins: [page], credentials: true },
    })),
} satisfies Scenario;
