import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "Negotiate is answered 413: the access token for the service is too long",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["negotiate 413: AccessToken must not be longer than 4K"],
  shows: ["signalr/413-token-too-large"],
  standIn: "A middleware answers negotiate in place of the Azure SignalR SDK",
  cards: [{ cause: "token-too-large", protocol: "signalr", phase: "negotiate", status: 413 }],
  healthy: 0,
  start(lab) {
    const hub = lab.mount();
    const refusal = {
      status: 413,
      headers: { "content-type": "text/plain" },
      body: "AccessToken must not be longer than 4K.",
      path: `${hub}/negotiate`,
    };
    return sameOrigin(lab, talk(), { hub, answers: [refusal] });
  },
} satisfies Scenario;
