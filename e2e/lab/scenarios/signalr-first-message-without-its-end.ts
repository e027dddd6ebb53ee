import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { BY_HAND } from "../signalr/scripts.js";

const SCRIPT = `${BY_HAND}
const socket = new WebSocket(socketUrl(await negotiate()));
const end = over(socket);
await opened(socket);
socket.send(HANDSHAKE.slice(0, -1));
await end;
done();`;

export default {
  title: "A plain WebSocket sends the handshake without its last byte, and the server waits in vain",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["Handshake was canceled: the first message came without its 0x1e"],
  cards: [{ cause: "plain-websocket-client", protocol: "signalr", phase: "handshake", confidence: "confirmed" }],
  healthy: 0,
  further: true,
  start: (lab) => sameOrigin(lab, SCRIPT, { hub: lab.mount(), limits: { handshakeSeconds: 1 } }),
} satisfies Scenario;
