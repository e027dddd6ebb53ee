import type { Scenario } from "../scenario.js";
import { talk } from "../signalr/scripts.js";
import { behindService } from "../signalr/service.js";

export default {
  title: "The service lets the client in, and then says that it works in another mode",
  protocol: "signalr",
  needs: "dotnet",
  standIn: "The application's answer and the service behind it are the lab's own",
  rows: ["handshake error SignalR Service is now in 'Default' service mode: no app servers connected"],
  cards: [{ cause: "azure-service-mode-mismatch", protocol: "signalr", phase: "handshake", confidence: "confirmed" }],
  healthy: 0,
  further: true,
  start: (lab) =>
    behindService(lab, talk(), {
      handshakeError: "SignalR Service is now in 'Default' service mode. The app servers are not connected to it.",
    }),
} satisfies Scenario;
