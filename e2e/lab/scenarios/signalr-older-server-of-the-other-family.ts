import type { Scenario } from "../scenario.js";
import { classicPage } from "../signalr/classic.js";

const SCRIPT = `
connection.start({ transport: "longPolling" }).then(() => done("Connected"), (error) => done(String(error)));`;

export default {
  title: "A client of SignalR 2.4 negotiates with a server of 1.1, whose protocol it does not take",
  protocol: "signalr",
  needs: "node",
  standIn: "A server of the lab's own answers as SignalR 1.1 does, whose server needs the .NET Framework",
  rows: ["You are using a version of the client that isn't compatible with the server"],
  cards: [
    { cause: "client-server-version-mismatch", protocol: "signalr", phase: "negotiate", confidence: "confirmed" },
  ],
  healthy: 0,
  further: "by name",
  async start(lab) {
    return { page: await classicPage(lab, { script: SCRIPT, version: "1.3" }) };
  },
} satisfies Scenario;
