import { createServer } from "node:http";
import { WebSocketServer } from "ws";
import { listen } from "../lab.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";

export default {
  title: "The server takes the WebSocket and greets in words of its own",
  protocol: "engine-io",
  needs: "node",
  rows: ["101, then a message that is no 0{…}: the server is a plain WebSocket"],
  cards: [{ cause: "not-a-socketio-server", protocol: "engine-io" }],
  healthy: 0,
  async start(lab) {
    const http = createServer();
    new WebSocketServer({ server: http }).on("connection", (socket) => socket.send(JSON.stringify({ hello: "world" })));
    const origin = await listen(lab, http);
    const script = tryToConnect(origin, { path: lab.mount(), transports: ["websocket"], timeout: 5000 });
    return { page: await servePage(lab, { script, scripts: ["socket.io"] }) };
  },
} satisfies Scenario;
