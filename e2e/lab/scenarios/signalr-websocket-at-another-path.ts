import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk, WITHOUT_NEGOTIATE } from "../signalr/scripts.js";

export default {
  title: "The WebSocket without negotiate is answered 404: the hub has another path",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["WebSocket 404 without negotiate: no hub is mapped at this path"],
  cards: [{ cause: "wrong-endpoint", protocol: "signalr", phase: "connect", status: 404 }],
  healthy: 0,
  further: true,
  start: (lab) => sameOrigin(lab, talk(WITHOUT_NEGOTIATE), { hub: lab.mount() }, { asked: lab.mount() }),
} satisfies Scenario;
