import { createServer } from "node:http";
import { WebSocketServer } from "ws";
import { listen } from "../lab.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { talk, WITHOUT_NEGOTIATE } from "../signalr/scripts.js";

export default {
  title: "The address belongs to a WebSocket server that speaks something else",
  protocol: "signalr",
  needs: "node",
  rows: ["handshake answered without 0x1e (Message is incomplete): another WebSocket server at this address"],
  cards: [{ cause: "wrong-endpoint", protocol: "signalr", phase: "handshake" }],
  healthy: 0,
  further: true,
  async start(lab) {
    const server = createServer();
    new WebSocketServer({ server }).on("connection", (socket) =>
      socket.on("message", () => socket.send(JSON.stringify({ type: "unknown", text: "say hello first" }))),
    );
    const hub = `${await listen(lab, server)}${lab.mount()}`;
    const script = `const hub = ${JSON.stringify(hub)};\n${talk(WITHOUT_NEGOTIATE)}`;
    return { page: await servePage(lab, { script, scripts: ["signalr"] }) };
  },
} satisfies Scenario;
