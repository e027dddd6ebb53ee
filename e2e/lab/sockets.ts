import { createServer } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { listen } from "./lab.js";
import type { Lab } from "./scenario.js";

/** Takes everybody in at this path, as a Web PubSub service without tokens would. */
export async function serveSockets(lab: Lab, path: string, welcome: (socket: WebSocket) => void): Promise<string> {
  const server = createServer();
  new WebSocketServer({ server, path }).on("connection", welcome);
  return listen(lab, server);
}
