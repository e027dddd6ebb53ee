import type { Scenario } from "../scenario.js";
import { talk } from "../signalr/scripts.js";
import { behindService } from "../signalr/service.js";

export default {
  title: "The service that the client is sent on to answers 429",
  protocol: "signalr",
  needs: "dotnet",
  standIn: "The application's answer and the service behind it are the lab's own",
  rows: ["429 of the service: its connection quota is used up"],
  cards: [{ cause: "azure-connection-limit", protocol: "signalr", phase: "negotiate", status: 429 }],
  healthy: 0,
  further: true,
  start: (lab) => behindService(lab, talk(), { refusal: { status: 429, headers: {}, body: "" } }),
} satisfies Scenario;
