import type { Scenario } from "../scenario.js";
import { talk } from "../signalr/scripts.js";
import { behindService } from "../signalr/service.js";

export default {
  title: "The service answers negotiate with 400: the client's own address has a parameter named hub, too",
  protocol: "signalr",
  needs: "dotnet",
  standIn: "The application's answer and the service behind it are the lab's own",
  rows: ["400 of the service: two hub parameters"],
  cards: [{ cause: "azure-hub-named-twice", protocol: "signalr", phase: "negotiate", status: 400 }],
  healthy: 0,
  further: "by name",
  start: (lab) => behindService(lab, talk(), { query: "hub=general" }),
} satisfies Scenario;
