import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk, WEBSOCKETS } from "../signalr/scripts.js";

export default {
  title: "The server chooses a subprotocol that nobody offered, and the browser hangs up",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["Response must not include 'Sec-WebSocket-Protocol' header: SubProtocolSelector"],
  cards: [{ cause: "subprotocol-mismatch", protocol: "signalr", phase: "connect" }],
  healthy: 0,
  further: "by name",
  firefox: { cards: [], because: "Firefox takes a subprotocol that nobody offered, and the connection works" },
  start: (lab) => sameOrigin(lab, talk(WEBSOCKETS), { hub: lab.mount(), subProtocol: "talk.v1" }),
} satisfies Scenario;
