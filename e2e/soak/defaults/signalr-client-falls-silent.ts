import type { Scenario } from "../../lab/scenario.js";
import { sameOrigin } from "../../lab/signalr/hub-page.js";
import { WITHOUT_NEGOTIATE } from "../../lab/signalr/scripts.js";

/** The server's `ClientTimeoutInterval` is 30 s; a client that pings once an hour lets it pass. */
const SCRIPT = `
const connection = new signalR.HubConnectionBuilder().withUrl(hub, ${WITHOUT_NEGOTIATE}).build();
connection.keepAliveIntervalInMilliseconds = 3_600_000;
connection.onclose((error) => done("Closed: " + error));
await connection.start();
say("Connected");`;

export default {
  title: "The server hears nothing from the client for its 30 s",
  protocol: "signalr",
  needs: "dotnet",
  cards: [{ cause: "server-timeout", protocol: "signalr", phase: "close" }],
  healthy: 0,
  start: (lab) => sameOrigin(lab, SCRIPT, { hub: lab.mount() }),
} satisfies Scenario;
