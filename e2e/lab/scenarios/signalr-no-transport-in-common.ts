import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { WEBSOCKETS } from "../signalr/scripts.js";

/** `HttpTransportType.LongPolling` of ASP.NET Core. */
const LONG_POLLING_ONLY = 4;

/** Stays on, as an application does that shows its user an error. */
const TRIES = `
const connection = new signalR.HubConnectionBuilder().withUrl(hub, ${WEBSOCKETS}).build();
await connection.start().catch((error) => say(String(error)));
setTimeout(() => done("end"), 2000);`;

export default {
  title: "The client wants WebSockets only, and the hub offers long polling only",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["nothing after negotiate: client and server have no transport in common"],
  cards: [{ cause: "transport-not-enabled", protocol: "signalr", phase: "connect", confidence: "likely" }],
  healthy: 0,
  further: "by name",
  start: (lab) => sameOrigin(lab, TRIES, { hub: lab.mount(), transports: LONG_POLLING_ONLY }),
} satisfies Scenario;
