import { createServer } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { listen } from "./lab.js";
import type { Lab } from "./scenario.js";

export const HUB = "/client/hubs/chat";
export const SUBPROTOCOL = "json.webpubsub.azure.v1";
export const CONNECTED = JSON.stringify({ type: "system", event: "connected", userId: "ada", connectionId: "1" });

/** Takes everybody in at this path, as a Web PubSub service without tokens would. */
export async function serveSockets(lab: Lab, path: string, welcome: (socket: WebSocket) => void): Promise<string> {
  const server = createServer();
  new WebSocketServer({ server, path }).on("connection", welcome);
  return listen(lab, server);
}

/** Greets, and says two things more. */
export function chat(socket: WebSocket): void {
  socket.send(CONNECTED);
  setTimeout(() => socket.send("next"), 100);
  setTimeout(() => socket.send("last"), 200);
}

/** A script that opens one and says hello. */
export function openSocket(origin: string, then = "socket.onclose = () => done();"): string {
  return `
const socket = new WebSocket(${JSON.stringify(origin.replace("http", "ws") + HUB)}, ${JSON.stringify(SUBPROTOCOL)});
socket.onopen = () => socket.send("hello");
socket.onclose = () => done();
${then}`;
}
