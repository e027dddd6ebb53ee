import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { connect } from "../signalr/scripts.js";

const STEPS = `
  const back = new Promise((resolve) => connection.onreconnected(resolve));
  await connection.start();
  say("echo " + await connection.invoke("Echo", "before"));
  await connection.send("Cut");
  await back;
  say("echo " + await connection.invoke("Echo", "after"));
  await connection.stop();`;

export default {
  title: "An open connection is cut off, and the client reconnects",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["1006 and a reconnect: the network"],
  shows: ["signalr/transient-drop"],
  cards: [{ cause: "connection-reset", protocol: "signalr" }],
  healthy: 1,
  start: (lab) => sameOrigin(lab, connect("{}", STEPS), { hub: lab.mount() }),
} satisfies Scenario;
