import type { Scenario } from "../scenario.js";
import { talk } from "../signalr/scripts.js";
import { behindService } from "../signalr/service.js";

export default {
  title: "Negotiate sends the client on to a service, and the session goes on there",
  protocol: "signalr",
  needs: "dotnet",
  standIn: "The application's answer and the service behind it are the lab's own",
  cards: [],
  healthy: 1,
  further: true,
  start: (lab) => behindService(lab, talk(), {}),
} satisfies Scenario;
