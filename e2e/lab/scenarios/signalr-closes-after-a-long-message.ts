import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { connect } from "../signalr/scripts.js";

const STEPS = `
  const back = new Promise((resolve) => connection.onreconnected(resolve));
  await connection.start();
  say("echo " + await connection.invoke("Echo", "short"));
  await connection.invoke("Echo", "x".repeat(40_000)).catch((error) => say(String(error)));
  await back;
  say("echo " + await connection.invoke("Echo", "after"));
  await connection.stop();`;

export default {
  title: "The server closes when it is sent more than 32 KiB at once",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["Close message with allowReconnect right after 32 KiB outbound: maximum message size"],
  cards: [{ cause: "message-too-large", protocol: "signalr" }],
  healthy: 1,
  start: (lab) => sameOrigin(lab, connect("{}", STEPS), { hub: lab.mount() }),
} satisfies Scenario;
