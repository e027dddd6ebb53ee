import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk, WITHOUT_NEGOTIATE } from "../signalr/scripts.js";

export default {
  title: "The WebSocket without negotiate is answered 400: the host has no WebSockets",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["400 on a WebSocket, WebSockets-only client: WebSockets disabled on the server"],
  shows: ["signalr/400-websockets-off"],
  cards: [{ cause: "websockets-disabled-on-server", protocol: "signalr", phase: "connect", status: 400 }],
  healthy: 0,
  start: (lab) => sameOrigin(lab, talk(WITHOUT_NEGOTIATE), { hub: lab.mount(), webSockets: false }),
} satisfies Scenario;
