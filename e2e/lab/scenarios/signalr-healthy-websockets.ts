import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "A session over WebSockets: connects, talks, stops",
  protocol: "signalr",
  needs: "dotnet",
  cards: [],
  healthy: 1,
  start: (lab) => sameOrigin(lab, talk(), { hub: lab.mount() }),
} satisfies Scenario;
