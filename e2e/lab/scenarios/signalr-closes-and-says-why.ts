import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { connect, UNTIL_CLOSED } from "../signalr/scripts.js";

export default {
  title: "The connected hook throws, and the server tells the exception",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["Close with the exception's own text: OnConnectedAsync threw, EnableDetailedErrors is on"],
  cards: [{ cause: "connected-handler-failed", protocol: "signalr", phase: "close", confidence: "confirmed" }],
  healthy: 0,
  further: true,
  start: (lab) =>
    sameOrigin(lab, connect("{}", UNTIL_CLOSED), { hub: lab.mount(), throwsOnConnected: true, detailedErrors: true }),
} satisfies Scenario;
