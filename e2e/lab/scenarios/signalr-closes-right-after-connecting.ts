import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { connect } from "../signalr/scripts.js";

const STEPS = `
  const closed = new Promise((resolve) => connection.onclose(resolve));
  await connection.start();
  say(String(await closed));`;

export default {
  title: "The server closes as soon as the connection is there: its connected hook throws",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["{} and then a Close message without allowReconnect: OnConnectedAsync threw"],
  cards: [{ cause: "connected-handler-failed", protocol: "signalr" }],
  healthy: 0,
  start: (lab) => sameOrigin(lab, connect("{}", STEPS), { hub: lab.mount(), throwsOnConnected: true }),
} satisfies Scenario;
