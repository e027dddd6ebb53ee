import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { BY_HAND } from "../signalr/scripts.js";

const SCRIPT = `${BY_HAND}
const id = await negotiate();
const stream = new EventSource(hub + "?id=" + id);
const answer = new Promise((resolve) => { stream.onmessage = ({ data }) => resolve(data); });
await new Promise((resolve) => { stream.onopen = resolve; });
await fetch(hub + "?id=" + id, { method: "POST", body: HANDSHAKE.replace("json", "messagepack") });
say(await answer);
stream.close();
done();`;

export default {
  title: "A client asks for MessagePack on a stream of server-sent events, which carries text only",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["Cannot use the 'messagepack' protocol on the current transport: binary over server-sent events"],
  cards: [{ cause: "hub-protocol-mismatch", protocol: "signalr", phase: "handshake" }],
  healthy: 0,
  further: true,
  start: (lab) => sameOrigin(lab, SCRIPT, { hub: lab.mount(), messagePack: true }),
} satisfies Scenario;
