import { createServer } from "node:http";
import { WebSocketServer } from "ws";
import { listen } from "../lab.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { WITHOUT_NEGOTIATE } from "../signalr/scripts.js";

/** Stays on, as an application does that shows its user an error. */
const TRIES = `
const connection = new signalR.HubConnectionBuilder().withUrl(hub, ${WITHOUT_NEGOTIATE}).build();
await connection.start().catch((error) => say(String(error)));
setTimeout(() => done("end"), 2000);`;

export default {
  title: "The address belongs to a WebSocket server that speaks something else",
  protocol: "signalr",
  needs: "node",
  rows: ["handshake answered without 0x1e (Message is incomplete): another WebSocket server at this address"],
  cards: [{ cause: "wrong-endpoint", protocol: "signalr", phase: "handshake" }],
  healthy: 0,
  further: "by name",
  async start(lab) {
    const server = createServer();
    new WebSocketServer({ server }).on("connection", (socket) => socket.send(JSON.stringify({ type: "welcome" })));
    const hub = `${await listen(lab, server)}${lab.mount()}`;
    const script = `const hub = ${JSON.stringify(hub)};\n${TRIES}`;
    return { page: await servePage(lab, { script, scripts: ["signalr"] }) };
  },
} satisfies Scenario;
