import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { BY_HAND } from "../signalr/scripts.js";

const SCRIPT = `${BY_HAND}
const id = await negotiate();
await (await fetch(hub + "?id=" + id)).text();
await opened(new WebSocket(socketUrl(id))).catch((error) => say(error.message));
done();`;

export default {
  title: "A WebSocket with the id of a long poll is answered 400",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["WebSocket 400, Cannot change transports mid-connection: the id polled before"],
  cards: [{ cause: "session-reused", protocol: "signalr", phase: "connect", status: 400 }],
  healthy: 0,
  further: true,
  start: (lab) => sameOrigin(lab, SCRIPT, { hub: lab.mount() }),
} satisfies Scenario;
