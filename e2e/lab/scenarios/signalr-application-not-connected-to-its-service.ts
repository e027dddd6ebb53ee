import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "Negotiate is answered 500: the application has no line to its service",
  protocol: "signalr",
  needs: "dotnet",
  standIn: "A middleware answers negotiate in place of the Azure SignalR SDK",
  rows: ["negotiate 500, Azure SignalR Service is not connected yet: no server connection to the service"],
  cards: [{ cause: "azure-connection-string-wrong", protocol: "signalr", phase: "negotiate", status: 500 }],
  healthy: 0,
  further: true,
  start(lab) {
    const hub = lab.mount();
    const body = "Azure SignalR Service is not connected yet, please try again later.";
    const headers = { "content-type": "text/plain" };
    return sameOrigin(lab, talk(), { hub, answers: [{ status: 500, headers, body, path: `${hub}/negotiate` }] });
  },
} satisfies Scenario;
