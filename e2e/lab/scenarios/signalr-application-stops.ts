import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { connect, WEBSOCKETS } from "../signalr/scripts.js";

const STEPS = `
  const closed = new Promise((resolve) => connection.onclose(resolve));
  await connection.start();
  await connection.send("StopApplication");
  say("Closed: " + await closed);`;

export default {
  title: "The application is stopped while a client is connected",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["1006 on deploy: the application stops, and its sockets end without a close frame"],
  cards: [{ cause: "connection-reset", protocol: "signalr", phase: "close", closeCode: 1006 }],
  healthy: 0,
  further: "by name",
  start: (lab) => sameOrigin(lab, connect(WEBSOCKETS, STEPS, ""), { hub: lab.mount() }),
} satisfies Scenario;
