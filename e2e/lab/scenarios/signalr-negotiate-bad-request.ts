import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "Negotiate is answered 400 without a word",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["negotiate 400 without a word: antiforgery"],
  standIn: "A middleware answers as ASP.NET Core's antiforgery filter does",
  cards: [{ cause: "antiforgery-rejects-negotiate", protocol: "signalr", phase: "negotiate", status: 400 }],
  healthy: 0,
  start(lab) {
    const hub = lab.mount();
    const refusal = {
      status: 400,
      headers: {},
      body: "",
      path: `${hub}/negotiate`,
    };
    return sameOrigin(lab, talk(), { hub, answers: [refusal] });
  },
} satisfies Scenario;
