import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { connect } from "../signalr/scripts.js";

const STEPS = `
  await connection.start();
  say("echo " + await connection.invoke("Echo", "before"));
  await connection.send("Cut");
  say("echo " + await connection.invoke("Echo", "after"));
  await connection.stop();`;

export default {
  title: "The connection is cut, and the client goes on where it was, with the same id",
  protocol: "signalr",
  needs: "dotnet",
  cards: [],
  healthy: 1,
  further: true,
  start: (lab) =>
    sameOrigin(lab, connect("{}", STEPS, ".withAutomaticReconnect().withStatefulReconnect()"), {
      hub: lab.mount(),
      statefulReconnect: true,
    }),
} satisfies Scenario;
