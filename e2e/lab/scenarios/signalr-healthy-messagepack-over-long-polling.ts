import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { LONG_POLLING, MESSAGE_PACK, talk } from "../signalr/scripts.js";

export default {
  title: "A session in MessagePack over long polling: connects, talks, stops",
  protocol: "signalr",
  needs: "dotnet",
  cards: [],
  healthy: 1,
  further: true,
  start: (lab) =>
    sameOrigin(
      lab,
      talk(LONG_POLLING, MESSAGE_PACK),
      { hub: lab.mount(), messagePack: true },
      { scripts: ["signalr", "signalr-messagepack"] },
    ),
} satisfies Scenario;
