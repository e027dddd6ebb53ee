import { randomBytes, randomUUID } from "node:crypto";
import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "The client of ASP.NET Core is answered by a server of SignalR 2.x",
  protocol: "signalr",
  needs: "dotnet",
  standIn: "A middleware answers negotiate as SignalR 2.x does, whose server needs the .NET Framework",
  rows: ["Detected a connection attempt to an ASP.NET SignalR Server: a Core client, a server of 2.x"],
  cards: [
    {
      cause: "core-client-vs-aspnet-server",
      protocol: "signalr",
      phase: "negotiate",
      status: 200,
      confidence: "confirmed",
    },
  ],
  healthy: 0,
  further: true,
  start(lab) {
    const hub = lab.mount();
    const body = JSON.stringify({
      Url: hub,
      ConnectionToken: randomBytes(48).toString("base64"),
      ConnectionId: randomUUID(),
      KeepAliveTimeout: 20,
      DisconnectTimeout: 30,
      ConnectionTimeout: 110,
      TryWebSockets: true,
      ProtocolVersion: "2.1",
      TransportConnectTimeout: 5,
      LongPollDelay: 0,
    });
    const headers = { "content-type": "application/json; charset=UTF-8" };
    return sameOrigin(lab, talk(), { hub, answers: [{ status: 200, headers, body, path: `${hub}/negotiate` }] });
  },
} satisfies Scenario;
