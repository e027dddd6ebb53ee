import { randomBytes } from "node:crypto";
import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "Negotiate promises a stateful reconnect that the client did not ask for, and the client gives up",
  protocol: "signalr",
  needs: "dotnet",
  standIn: "A middleware answers as a proxy does that rewrites negotiate answers",
  rows: ["Client didn't negotiate Stateful Reconnect but the server did: a proxy added the flag"],
  cards: [
    {
      cause: "stateful-reconnect-mismatch",
      protocol: "signalr",
      phase: "negotiate",
      status: 200,
      confidence: "confirmed",
    },
  ],
  healthy: 0,
  further: true,
  start(lab) {
    const hub = lab.mount();
    const body = JSON.stringify({
      connectionId: randomBytes(16).toString("base64url"),
      connectionToken: randomBytes(16).toString("base64url"),
      negotiateVersion: 1,
      useStatefulReconnect: true,
      availableTransports: [{ transport: "WebSockets", transferFormats: ["Text", "Binary"] }],
    });
    const headers = { "content-type": "application/json" };
    return sameOrigin(lab, talk(), { hub, answers: [{ status: 200, headers, body, path: `${hub}/negotiate` }] });
  },
} satisfies Scenario;
