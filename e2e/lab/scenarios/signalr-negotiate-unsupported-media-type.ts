import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "Negotiate is answered 415 by another route of the application",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["415: the POST hit another route"],
  standIn: "A middleware answers as an API controller does",
  cards: [{ cause: "wrong-endpoint", protocol: "signalr", phase: "negotiate", status: 415 }],
  healthy: 0,
  start(lab) {
    const hub = lab.mount();
    const refusal = {
      status: 415,
      headers: { "content-type": "application/problem+json" },
      body: '{"type":"https://tools.ietf.org/html/rfc9110#section-15.5.16","title":"Unsupported Media Type","status":415}',
      path: `${hub}/negotiate`,
    };
    return sameOrigin(lab, talk(), { hub, answers: [refusal] });
  },
} satisfies Scenario;
