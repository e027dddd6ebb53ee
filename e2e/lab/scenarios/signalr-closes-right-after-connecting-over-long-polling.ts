import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { connect, LONG_POLLING, UNTIL_CLOSED } from "../signalr/scripts.js";

export default {
  title: "Over long polling, too, the server closes at once when its connected hook throws",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["Close without allowReconnect in the first poll's answer: OnConnectedAsync threw"],
  cards: [{ cause: "connected-handler-failed", protocol: "signalr", phase: "close", confidence: "confirmed" }],
  healthy: 0,
  further: true,
  start: (lab) => sameOrigin(lab, connect(LONG_POLLING, UNTIL_CLOSED), { hub: lab.mount(), throwsOnConnected: true }),
} satisfies Scenario;
