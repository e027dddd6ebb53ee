import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "A client of version 5 with a server of version 10: connects, talks, stops",
  protocol: "signalr",
  needs: "dotnet",
  cards: [],
  healthy: 1,
  further: true,
  start: (lab) => sameOrigin(lab, talk(), { hub: lab.mount() }, { scripts: ["signalr-5"] }),
} satisfies Scenario;
