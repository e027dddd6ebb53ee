import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "The first client, @aspnet/signalr, which knows no negotiate version: connects, talks, stops",
  protocol: "signalr",
  needs: "dotnet",
  cards: [],
  healthy: 1,
  further: true,
  start: (lab) => sameOrigin(lab, talk("{}", ""), { hub: lab.mount() }, { scripts: ["signalr-1"] }),
} satisfies Scenario;
