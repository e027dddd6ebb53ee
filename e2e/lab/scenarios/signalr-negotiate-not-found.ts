import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "Negotiate is answered 404: the hub has another path",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["negotiate 404: wrong path"],
  shows: ["signalr/404-wrong-endpoint"],
  cards: [{ cause: "wrong-endpoint", protocol: "signalr", phase: "negotiate", status: 404 }],
  healthy: 0,
  start: (lab) => sameOrigin(lab, talk(), { hub: lab.mount() }, { asked: lab.mount() }),
} satisfies Scenario;
