import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { connect } from "../signalr/scripts.js";

const STEPS = `
  const first = new signalR.HubConnectionBuilder().withUrl(hub).build();
  const starting = first.start().catch((error) => say(String(error)));
  await first.stop();
  await connection.start();
  await starting;
  say("echo " + await connection.invoke("Echo", "one"));
  await connection.stop();`;

export default {
  title: "Started, stopped before it was up, and started again, as React does in its strict mode",
  protocol: "signalr",
  needs: "dotnet",
  cards: [],
  healthy: 1,
  further: true,
  start: (lab) => sameOrigin(lab, connect("{}", STEPS), { hub: lab.mount() }),
} satisfies Scenario;
