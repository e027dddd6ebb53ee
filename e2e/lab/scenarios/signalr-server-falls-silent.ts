import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { connect } from "../signalr/scripts.js";

const STEPS = `
  connection.serverTimeoutInMilliseconds = 1_200;
  connection.keepAliveIntervalInMilliseconds = 300;
  const back = new Promise((resolve) => connection.onreconnected(resolve));
  await connection.start();
  await back;
  await connection.stop();`;

export default {
  title: "The client closes as it has heard nothing from the server for a second",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["Server timeout elapsed without receiving a message: KeepAliveInterval above the client's timeout"],
  cards: [{ cause: "server-timeout", protocol: "signalr", phase: "close" }],
  healthy: 1,
  further: true,
  start: (lab) => sameOrigin(lab, connect("{}", STEPS), { hub: lab.mount(), limits: { keepAliveSeconds: 60 } }),
} satisfies Scenario;
