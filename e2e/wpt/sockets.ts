import type { IncomingMessage, Server } from "node:http";
import type { Http2SecureServer } from "node:http2";
import type { Duplex } from "node:stream";
import { handlers } from "./handlers.js";
import { type Answer, type Asked, answerOverHttp1, answerOverHttp2 } from "./handshake.js";
import { Peer } from "./peer.js";

/** Answers WebSocket handshakes as the suite's own server does, by the handler that the path names. */
export function serveSockets(server: Server): void {
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    take(request, socket, head, answerOverHttp1(request, socket));
  });
}

/** The same inside HTTP/2, where each socket is a stream (RFC 8441). */
export function serveSocketsOverHttp2(server: Http2SecureServer): void {
  server.on("connect", (request, { stream }) => {
    take(request, stream, Buffer.alloc(0), answerOverHttp2(stream));
  });
}

function take(request: Asked, socket: Duplex, head: Buffer, answer: Answer): void {
  // A browser that goes away in the middle is no fault of the test's server.
  socket.on("error", () => socket.destroy());
  talk(request, socket, head, answer).catch((error: unknown) => {
    process.stderr.write(`[wpt] ${request.url}: ${String(error)}\n`);
    socket.destroy();
  });
}

async function talk(request: Asked, socket: Duplex, head: Buffer, answer: Answer): Promise<void> {
  const handler = handlers[(request.url ?? "/").replace(/\?.*/, "")];
  if (!handler) return answer.refuse(404);
  const asked = request.headers["sec-websocket-protocol"];
  const protocols = asked === undefined ? null : asked.split(",").map((each) => each.trim());
  const handshake = { request, socket, protocols, protocol: null, headers: [], refuse: answer.refuse };
  if ((await handler.shake?.(handshake)) === "done") return;
  if (handshake.protocols !== null && handshake.protocol === null) return answer.refuse(400);
  if (socket.destroyed) return;
  answer.accept(handshake);
  const peer = new Peer(request, socket, head, handler.answerClose ?? (() => ({ code: 1000, reason: "" })));
  await handler.talk?.(peer);
  await peer.close();
}
