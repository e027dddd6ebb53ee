import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { handlers } from "./handlers.js";
import { acceptKeyFor, type Handshake } from "./handshake.js";
import { Peer } from "./peer.js";

/** Answers WebSocket handshakes as the suite's own server does, by the handler that the path names. */
export function serveSockets(server: Server): void {
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // A browser that goes away in the middle is no fault of the test's server.
    socket.on("error", () => socket.destroy());
    answer(request, socket, head).catch((error: unknown) => {
      process.stderr.write(`[wpt] ${request.url}: ${String(error)}\n`);
      socket.destroy();
    });
  });
}

async function answer(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
  const handler = handlers[(request.url ?? "/").replace(/\?.*/, "")];
  if (!handler) return refuse(socket, "404 Not Found");
  const asked = request.headers["sec-websocket-protocol"];
  const protocols = asked === undefined ? null : asked.split(",").map((each) => each.trim());
  const handshake: Handshake = { request, socket, protocols, protocol: null, headers: [] };
  if ((await handler.shake?.(handshake)) === "done") return;
  if (handshake.protocols !== null && handshake.protocol === null) return refuse(socket, "400 Bad Request");
  if (socket.destroyed) return;
  socket.write(accepted(handshake));
  const peer = new Peer(request, socket, head, handler.answerClose ?? (() => ({ code: 1000, reason: "" })));
  await handler.talk?.(peer);
  await peer.close();
}

function accepted({ request, protocol, headers }: Handshake): string {
  const lines = ["HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade"];
  lines.push(`Sec-WebSocket-Accept: ${acceptKeyFor(request)}`);
  if (protocol !== null) lines.push(`Sec-WebSocket-Protocol: ${protocol}`);
  return `${[...lines, ...headers].join("\r\n")}\r\n\r\n`;
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
}
