import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { connect } from "../signalr/scripts.js";

/** The client has a limit of its own, 100 s where none is set, and tells the page when it is over. */
const STEPS = `
  await connection.start().catch((error) => say("The client reports: " + error));
  await connection.start();
  say("echo " + await connection.invoke("Echo", "one"));
  await connection.stop();`;

export default {
  title: "Negotiate is answered only after the client has given it up, and the next one at once",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["negotiate pending, then A timeout occurred.: the server hangs"],
  cards: [{ cause: "server-not-answering", protocol: "signalr", phase: "negotiate" }],
  healthy: 1,
  further: "by name",
  start: (lab) => sameOrigin(lab, connect("{ timeout: 2_000 }", STEPS), { hub: lab.mount(), firstNegotiateSeconds: 4 }),
} satisfies Scenario;
