import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { BY_HAND } from "../signalr/scripts.js";

const SCRIPT = `${BY_HAND}
const socket = new WebSocket(socketUrl(await negotiate()));
const end = over(socket);
await opened(socket);
socket.send("hello\\u001e");
await end;
done();`;

export default {
  title: "A plain WebSocket begins with a message that is no handshake",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["An unexpected error occurred during connection handshake: the first message is no handshake"],
  cards: [{ cause: "plain-websocket-client", protocol: "signalr", phase: "handshake", confidence: "confirmed" }],
  healthy: 0,
  further: true,
  start: (lab) => sameOrigin(lab, SCRIPT, { hub: lab.mount() }),
} satisfies Scenario;
