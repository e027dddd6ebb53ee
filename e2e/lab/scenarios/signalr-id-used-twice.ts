import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { BY_HAND } from "../signalr/scripts.js";

const SCRIPT = `${BY_HAND}
const id = await negotiate();
const first = new WebSocket(socketUrl(id));
await opened(first);
first.send(HANDSHAKE);
await new Promise((resolve) => { first.onmessage = resolve; });
await opened(new WebSocket(socketUrl(id))).catch((error) => say(error.message));
first.send('{"type":7}\\u001e');
first.close();
done();`;

export default {
  title: "A second WebSocket with the id of one that is open is answered 409",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["409 on the WebSocket: the id is in use"],
  cards: [{ cause: "session-reused", protocol: "signalr", phase: "connect", status: 409, confidence: "confirmed" }],
  healthy: 0,
  further: true,
  start: (lab) => sameOrigin(lab, SCRIPT, { hub: lab.mount() }),
} satisfies Scenario;
