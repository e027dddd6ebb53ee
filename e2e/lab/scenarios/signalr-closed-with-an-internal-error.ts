import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { BY_HAND } from "../signalr/scripts.js";

/** The official client closes as soon as it is told to, and would not see the code. */
const SCRIPT = `${BY_HAND}
const socket = new WebSocket(socketUrl(await negotiate()));
await opened(socket);
const end = over(socket);
socket.send(HANDSHAKE);
socket.send('{"type":1,"target":"Leave","arguments":[]}\\u001e');
await end;
done("end");`;

export default {
  title: "The hub ends the connection, and what it does afterwards fails: the socket is closed with 1011",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["close 1011: OnDisconnectedAsync threw"],
  cards: [{ cause: "closed-by-application", protocol: "signalr", phase: "close", closeCode: 1011 }],
  healthy: 0,
  further: "by name",
  start: (lab) => sameOrigin(lab, SCRIPT, { hub: lab.mount(), throwsOnDisconnected: true }),
} satisfies Scenario;
