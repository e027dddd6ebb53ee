import type { Scenario } from "../scenario.js";
import { classicPage } from "../signalr/classic.js";

const SCRIPT = `
await connection.start({ transport: "longPolling" });
await new Promise((resolve) => setTimeout(resolve, 500));
connection.stop();
done("Stopped");`;

export default {
  title: "A session of SignalR 2.x over long polling: connects, hears something, stops",
  protocol: "signalr",
  needs: "node",
  standIn: "A server of the lab's own answers as SignalR 2.x does, whose server needs the .NET Framework",
  rows: ["negotiate with clientProtocol, connect, start, poll, abort: SignalR 2.x"],
  cards: [],
  healthy: 1,
  further: "by name",
  async start(lab) {
    return { page: await classicPage(lab, { script: SCRIPT }) };
  },
} satisfies Scenario;
