import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk, WITHOUT_NEGOTIATE } from "../signalr/scripts.js";

export default {
  title: "A session that goes straight to WebSockets: connects, talks, stops",
  protocol: "signalr",
  needs: "dotnet",
  cards: [],
  healthy: 1,
  start: (lab) => sameOrigin(lab, talk(WITHOUT_NEGOTIATE), { hub: lab.mount() }),
} satisfies Scenario;
