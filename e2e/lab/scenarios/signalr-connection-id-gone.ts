import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

/** The client asks once for negotiate and once more for the WebSocket. */
const SLOW_TOKEN = `{
  transport: signalR.HttpTransportType.WebSockets,
  accessTokenFactory: (() => {
    let calls = 0;
    return () => new Promise((resolve) => setTimeout(resolve, calls++ === 0 ? 0 : 17_000, "any"));
  })(),
}`;

export default {
  title: "The WebSocket is answered 404: the token took 17 s, and the id lives for 15",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["404 No Connection with that ID, more than 15 s after negotiate: the id expired"],
  shows: ["signalr/404-id-expired"],
  cards: [{ cause: "negotiate-id-expired", protocol: "signalr", phase: "connect", status: 404 }],
  healthy: 0,
  start: (lab) => sameOrigin(lab, talk(SLOW_TOKEN), { hub: lab.mount() }),
} satisfies Scenario;
