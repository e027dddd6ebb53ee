import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { connect } from "../signalr/scripts.js";

const STEPS = `
  connection.keepAliveIntervalInMilliseconds = 60_000;
  const back = new Promise((resolve) => connection.onreconnected(resolve));
  await connection.start();
  await back;
  await connection.stop();`;

export default {
  title: "The server closes as it has heard nothing from the client for a second",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["Close with allowReconnect, no message of the client before it: ClientTimeoutInterval is over"],
  cards: [{ cause: "server-timeout", protocol: "signalr", phase: "close" }],
  healthy: 1,
  further: true,
  start: (lab) => sameOrigin(lab, connect("{}", STEPS), { hub: lab.mount(), limits: { clientTimeoutSeconds: 1 } }),
} satisfies Scenario;
