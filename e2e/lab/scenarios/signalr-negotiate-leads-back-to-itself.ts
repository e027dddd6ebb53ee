import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "Each negotiate answer sends the client to the same place again",
  protocol: "signalr",
  needs: "dotnet",
  standIn: "A middleware answers as a service does whose address is its own application's",
  rows: ["Negotiate redirection limit exceeded: url points back to itself"],
  cards: [
    { cause: "negotiate-redirect-loop", protocol: "signalr", phase: "negotiate", status: 200, confidence: "confirmed" },
  ],
  healthy: 0,
  further: true,
  start(lab) {
    const hub = lab.mount();
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ url: `{origin}${hub}`, accessToken: "any" });
    return sameOrigin(lab, talk(), { hub, answers: [{ status: 200, headers, body, path: `${hub}/negotiate` }] });
  },
} satisfies Scenario;
