import type { Scenario } from "../scenario.js";
import { classicPage } from "../signalr/classic.js";

const SCRIPT = `
connection.start({ transport: "longPolling" }).then(() => done("Connected"), (error) => done(String(error)));`;

const refusal = {
  status: 403,
  body: "Unrecognized user identity. The user identity cannot change during an active SignalR connection.",
};

export default {
  title: "A client of SignalR 2.x is answered 403: somebody else is signed in than at negotiate",
  protocol: "signalr",
  needs: "node",
  standIn: "A server of the lab's own answers as SignalR 2.x does, whose server needs the .NET Framework",
  rows: ["403 Unrecognized user identity (SignalR 2.x): the login changed after negotiate"],
  cards: [
    { cause: "user-identity-changed", protocol: "signalr", phase: "connect", status: 403, confidence: "confirmed" },
  ],
  healthy: 0,
  further: true,
  async start(lab) {
    return { page: await classicPage(lab, { script: SCRIPT, refusal }) };
  },
} satisfies Scenario;
