import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { connect, MESSAGE_PACK, UNTIL_CLOSED } from "../signalr/scripts.js";

export default {
  title: "The connected hook throws, and the Close message comes in MessagePack",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["Close without allowReconnect right after {}, in MessagePack: OnConnectedAsync threw"],
  cards: [{ cause: "connected-handler-failed", protocol: "signalr", phase: "close", confidence: "confirmed" }],
  healthy: 0,
  further: true,
  start: (lab) =>
    sameOrigin(
      lab,
      connect("{}", UNTIL_CLOSED, MESSAGE_PACK),
      { hub: lab.mount(), messagePack: true, throwsOnConnected: true },
      { scripts: ["signalr", "signalr-messagepack"] },
    ),
} satisfies Scenario;
