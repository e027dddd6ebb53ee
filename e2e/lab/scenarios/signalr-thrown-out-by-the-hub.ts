import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { connect } from "../signalr/scripts.js";

const STEPS = `
  const closed = new Promise((resolve) => connection.onclose(resolve));
  await connection.start();
  await connection.send("Leave");
  say("Closed: " + await closed);`;

export default {
  title: "The hub ends the connection on purpose",
  protocol: "signalr",
  needs: "dotnet",
  rows: ['{"type":7} alone: Context.Abort()'],
  cards: [{ cause: "closed-by-application", protocol: "signalr", phase: "close", confidence: "confirmed" }],
  healthy: 0,
  further: true,
  start: (lab) => sameOrigin(lab, connect("{}", STEPS), { hub: lab.mount() }),
} satisfies Scenario;
