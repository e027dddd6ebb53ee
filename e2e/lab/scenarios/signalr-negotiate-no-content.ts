import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "Negotiate is answered 204: something in the application takes every POST",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["Unexpected status code returned from negotiate '204': another handler takes the POST"],
  cards: [{ cause: "middleware-order", protocol: "signalr", phase: "negotiate", status: 204 }],
  healthy: 0,
  further: true,
  start: (lab) =>
    sameOrigin(lab, talk(), { hub: lab.mount(), answers: [{ status: 204, headers: {}, body: "", method: "POST" }] }),
} satisfies Scenario;
