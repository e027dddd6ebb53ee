import type { Scenario } from "../scenario.js";
import { connect, WITHOUT_NEGOTIATE } from "../signalr/scripts.js";
import { behindService } from "../signalr/service.js";

const STEPS = `
  await connection.start();
  say("echo " + await connection.invoke("Echo", "one"));
  await connection.stop();
  await new signalR.HubConnectionBuilder().withUrl(hub, ${WITHOUT_NEGOTIATE}).build().start();`;

export default {
  title: "A client that negotiates is sent on to the service, and one that skips this is refused by the application",
  protocol: "signalr",
  needs: "dotnet",
  standIn: "The application's answer and the service behind it are the lab's own",
  rows: ["404 of the application: skipNegotiation with Azure SignalR"],
  cards: [{ cause: "azure-skip-negotiation", protocol: "signalr", phase: "connect", status: 404 }],
  healthy: 1,
  further: "by name",
  start: (lab) => behindService(lab, connect("{}", STEPS, ""), { hasNoHub: true }),
} satisfies Scenario;
