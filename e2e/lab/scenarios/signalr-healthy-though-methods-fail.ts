import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { connect } from "../signalr/scripts.js";

const STEPS = `
  await connection.start();
  await connection.invoke("Divide", 1, 0).catch((error) => say(String(error)));
  await connection.invoke("Multiply", 1, 0).catch((error) => say(String(error)));
  say("echo " + await connection.invoke("Echo", "still here"));
  await connection.stop();`;

export default {
  title: "Calls fail (a method throws, another does not exist), but the connection goes on",
  protocol: "signalr",
  needs: "dotnet",
  cards: [],
  healthy: 1,
  start: (lab) => sameOrigin(lab, connect("{}", STEPS), { hub: lab.mount() }),
} satisfies Scenario;
