import { createHash } from "node:crypto";
import { type IncomingHttpHeaders, STATUS_CODES } from "node:http";
import type { ServerHttp2Stream } from "node:http2";
import type { Duplex } from "node:stream";

/** What of a request the handlers look at, over either version of HTTP. */
export interface Asked {
  url?: string | undefined;
  headers: IncomingHttpHeaders;
}

/** What a handler may change about the answer to the handshake, or write before it. */
export interface Handshake {
  request: Asked;
  socket: Duplex;
  /** As asked for; null where nothing was. */
  protocols: string[] | null;
  protocol: string | null;
  /** Of the answer, by name. */
  headers: [name: string, value: string][];
  refuse: Answer["refuse"];
}

/** How a handshake is answered: HTTP/1.1 turns the connection into a socket, HTTP/2 the stream. */
export interface Answer {
  accept(handshake: Handshake): void;
  refuse(status: number, headers?: Record<string, string>): void;
}

const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

export function acceptKeyFor({ headers }: Asked): string {
  return createHash("sha1").update(`${headers["sec-websocket-key"]}${GUID}`).digest("base64");
}

export function answerOverHttp1(request: Asked, socket: Duplex): Answer {
  return {
    accept(handshake) {
      const lines = ["HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade"];
      lines.push(`Sec-WebSocket-Accept: ${acceptKeyFor(request)}`);
      for (const [name, value] of headersOf(handshake)) lines.push(`${name}: ${value}`);
      socket.write(`${lines.join("\r\n")}\r\n\r\n`);
    },
    refuse(status, headers = { Connection: "close" }) {
      const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, "Content-Length: 0"];
      for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
      socket.end(`${lines.join("\r\n")}\r\n\r\n`);
    },
  };
}

export function answerOverHttp2(stream: ServerHttp2Stream): Answer {
  return {
    accept(handshake) {
      const headers: Record<string, string[]> = {};
      for (const [name, value] of headersOf(handshake)) headers[name] = [...(headers[name] ?? []), value];
      stream.respond({ ":status": 200, ...headers });
    },
    refuse(status, headers = {}) {
      stream.respond({ ":status": status, ...headers }, { endStream: true });
    },
  };
}

function headersOf({ protocol, headers }: Handshake): Handshake["headers"] {
  return protocol === null ? headers : [["Sec-WebSocket-Protocol", protocol], ...headers];
}
