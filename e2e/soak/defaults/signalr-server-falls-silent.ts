import type { Scenario } from "../../lab/scenario.js";
import { sameOrigin } from "../../lab/signalr/hub-page.js";
import { connect } from "../../lab/signalr/scripts.js";

/** The client's `serverTimeoutInMilliseconds` is 30 s; a server that is told to ping once an hour lets it pass. */
const STEPS = `
  const back = new Promise((resolve) => connection.onreconnected(resolve));
  await connection.start();
  await back;`;

export default {
  title: "The client hears nothing from the server for its 30 s",
  protocol: "signalr",
  needs: "dotnet",
  cards: [{ cause: "server-timeout", protocol: "signalr", phase: "close" }],
  healthy: 1,
  start: (lab) => sameOrigin(lab, connect("{}", STEPS), { hub: lab.mount(), limits: { keepAliveSeconds: 3600 } }),
} satisfies Scenario;
