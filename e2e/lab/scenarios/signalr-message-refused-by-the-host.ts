import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { connect, LONG_POLLING } from "../signalr/scripts.js";

const STEPS = `
  await connection.start();
  say("echo " + await connection.invoke("Echo", "short"));
  await connection.send("Tell", "x".repeat(200_000));`;

export default {
  title: "A message over long polling is longer than the host takes",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["POST refused by the host: body over MaxRequestBodySize"],
  cards: [{ cause: "message-too-large", protocol: "signalr", phase: "message", status: 400 }],
  healthy: 0,
  further: true,
  start: (lab) =>
    sameOrigin(lab, connect(LONG_POLLING, STEPS), {
      hub: lab.mount(),
      listens: { maxBodyBytes: 100_000 },
      limits: { messageBytes: 1_000_000 },
    }),
} satisfies Scenario;
