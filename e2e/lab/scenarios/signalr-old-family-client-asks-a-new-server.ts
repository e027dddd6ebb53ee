import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";

const SCRIPT = `
const connection = jQuery.hubConnection(hub, { useDefaultPath: false });
connection.createHubProxy("talk").on("told", say);
connection.start().then(() => done("Connected"), (error) => done(String(error)));`;

export default {
  title: "The client of SignalR 2.x negotiates with an ASP.NET Core hub",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["GET negotiate with clientProtocol answered 405: a client of 2.x, a Core hub"],
  cards: [
    {
      cause: "core-client-vs-aspnet-server",
      protocol: "signalr",
      phase: "negotiate",
      status: 405,
    },
  ],
  healthy: 0,
  further: true,
  start: (lab) => sameOrigin(lab, SCRIPT, { hub: lab.mount() }, { scripts: ["jquery", "signalr-classic"] }),
} satisfies Scenario;
