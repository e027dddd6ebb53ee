import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

const ALL_BUT_WEBSOCKETS = 2 + 4;

export default {
  title: "Negotiate offers no WebSockets, and the client talks over server-sent events",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["negotiate's list lacks WebSockets: options.Transports, or a host without them"],
  cards: [],
  healthy: 1,
  further: "by name",
  start: (lab) => sameOrigin(lab, talk(), { hub: lab.mount(), transports: ALL_BUT_WEBSOCKETS }),
} satisfies Scenario;
