import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { connect } from "../signalr/scripts.js";

const STEPS = `
  const closed = new Promise((resolve) => connection.onclose(resolve));
  await connection.start();
  say("echo " + await connection.invoke("Echo", "before"));
  await connection.send("CloseShop");
  say("Closed: " + await closed);`;

export default {
  title: "The application is stopped while a connection is on",
  protocol: "signalr",
  needs: "dotnet",
  cards: [{ cause: "server-shutting-down", protocol: "signalr", phase: "close" }],
  healthy: 0,
  further: true,
  start: (lab) => sameOrigin(lab, connect("{}", STEPS, ""), { hub: lab.mount() }),
} satisfies Scenario;
