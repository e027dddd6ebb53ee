import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { BY_HAND } from "../signalr/scripts.js";

const SCRIPT = `${BY_HAND}
const id = await negotiate();
const socket = new WebSocket(socketUrl(id));
await opened(socket);
const greeted = new Promise((resolve) => { socket.onmessage = resolve; });
socket.send(HANDSHAKE);
await greeted;
const body = '{"type":1,"target":"Tell","arguments":["one"]}\\u001e';
const answer = await fetch(hub + "?id=" + id, { method: "POST", body });
say("The message is answered " + answer.status + ": " + (await answer.text()));
socket.close();
done();`;

export default {
  title: "A client of somebody's own sends by POST, with the id of its WebSocket",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["405 POST requests are not allowed for WebSocket connections: a custom client"],
  cards: [{ cause: "request-method-wrong", protocol: "signalr", status: 405, confidence: "confirmed" }],
  healthy: 0,
  further: "by name",
  start: (lab) => sameOrigin(lab, SCRIPT, { hub: lab.mount() }),
} satisfies Scenario;
