/** A client in Node.js, for what only the service's log shows. */
import { WebSocket } from "ws";

/** Opens a WebSocket and waits until it is open, or refused. */
export function knock(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url, "json.webpubsub.azure.v1");
  return new Promise((resolve) => {
    socket.once("open", () => resolve(socket));
    socket.on("error", () => resolve(socket));
  });
}
