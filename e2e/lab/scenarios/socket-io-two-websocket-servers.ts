import { createServer } from "node:http";
import { Server } from "socket.io";
import { WebSocketServer } from "ws";
import { listen } from "../lab.js";
import { pageHandler } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";

export default {
  title: "Another WebSocket server on the same port answers Socket.IO's handshakes as well",
  protocol: "engine-io",
  needs: "node",
  rows: ["101, Invalid frame header or an instant 1006, polling works: two WebSocket servers on one HTTP server"],
  cards: [{ cause: "upgrade-handler-conflict", protocol: "engine-io" }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const script = tryToConnect("/", { path, transports: ["websocket"] });
    const http = createServer(pageHandler({ script, scripts: ["socket.io"] }));
    const io = new Server(http, { path, serveClient: false });
    new WebSocketServer({ server: http, path: lab.mount() });
    const origin = await listen(lab, http);
    lab.onStop(() => void io.close());
    return { page: `${origin}/` };
  },
} satisfies Scenario;
