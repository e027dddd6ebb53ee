import type { Scenario } from "../../lab/scenario.js";
import { sameOrigin } from "../../lab/signalr/hub-page.js";
import { connect, WITHOUT_NEGOTIATE } from "../../lab/signalr/scripts.js";

/** The client's `serverTimeoutInMilliseconds` is 30 s; a server that is told to ping once an hour lets it pass. */
const STEPS = `
  connection.onreconnecting((error) => done("Lost: " + error));
  connection.onclose((error) => done("Closed: " + error));
  await connection.start();
  await new Promise(() => {});`;

export default {
  title: "The client hears nothing from the server for its 30 s",
  protocol: "signalr",
  needs: "dotnet",
  cards: [],
  healthy: 1,
  start: (lab) =>
    sameOrigin(lab, connect(WITHOUT_NEGOTIATE, STEPS), { hub: lab.mount(), limits: { keepAliveSeconds: 3600 } }),
} satisfies Scenario;
