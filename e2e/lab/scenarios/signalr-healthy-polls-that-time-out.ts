import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { connect, LONG_POLLING } from "../signalr/scripts.js";

const STEPS = `
  await connection.start();
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  say("echo " + await connection.invoke("Echo", "still here"));
  await connection.stop();`;

export default {
  title: "Polls end empty at the server's poll timeout, and the session goes on",
  protocol: "signalr",
  needs: "dotnet",
  cards: [],
  healthy: 1,
  further: true,
  start: (lab) => sameOrigin(lab, connect(LONG_POLLING, STEPS), { hub: lab.mount(), limits: { pollSeconds: 0.6 } }),
} satisfies Scenario;
