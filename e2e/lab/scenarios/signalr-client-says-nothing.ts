import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { BY_HAND } from "../signalr/scripts.js";

const SCRIPT = `${BY_HAND}
const socket = new WebSocket(socketUrl(await negotiate()));
const end = over(socket);
await opened(socket);
await end;
done();`;

export default {
  title: "A plain WebSocket connects and says nothing, and the server gives up",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["Handshake was canceled: no first message within HandshakeTimeout"],
  cards: [{ cause: "handshake-timeout", protocol: "signalr", phase: "handshake", confidence: "confirmed" }],
  healthy: 0,
  further: true,
  start: (lab) => sameOrigin(lab, SCRIPT, { hub: lab.mount(), limits: { handshakeSeconds: 1 } }),
} satisfies Scenario;
