import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk, WEBSOCKETS } from "../signalr/scripts.js";

const LONG_POLLING_ONLY = 4;

export default {
  title: "The client wants WebSockets only, and the hub offers long polling only",
  protocol: "signalr",
  needs: "dotnet",
  cards: [{ cause: "transport-not-enabled", protocol: "signalr", phase: "connect" }],
  healthy: 0,
  start: (lab) => sameOrigin(lab, `${talk(WEBSOCKETS)}`, { hub: lab.mount(), transports: LONG_POLLING_ONLY }),
} satisfies Scenario;
