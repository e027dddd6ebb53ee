import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { MESSAGE_PACK, talk } from "../signalr/scripts.js";

export default {
  title: "A session in MessagePack over WebSockets: connects, talks, stops",
  protocol: "signalr",
  needs: "dotnet",
  cards: [],
  healthy: 1,
  further: true,
  start: (lab) =>
    sameOrigin(
      lab,
      talk("{}", MESSAGE_PACK),
      { hub: lab.mount(), messagePack: true },
      { scripts: ["signalr", "signalr-messagepack"] },
    ),
} satisfies Scenario;
