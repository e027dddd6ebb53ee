import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { BY_HAND } from "../signalr/scripts.js";

const SCRIPT = `${BY_HAND}
const socket = new WebSocket(socketUrl(await negotiate()));
const end = over(socket);
await opened(socket);
socket.send(HANDSHAKE.replace('"version":1', '"version":9'));
await end;
done();`;

export default {
  title: "A client asks for a version of the JSON protocol that the server does not have",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["The server does not support version 9 of the 'json' protocol"],
  cards: [{ cause: "hub-protocol-mismatch", protocol: "signalr", phase: "handshake", confidence: "confirmed" }],
  healthy: 0,
  further: true,
  start: (lab) => sameOrigin(lab, SCRIPT, { hub: lab.mount() }),
} satisfies Scenario;
