import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

/** What a handler may change about the answer to the handshake, or write before it. */
export interface Handshake {
  request: IncomingMessage;
  socket: Duplex;
  /** As asked for; null where nothing was. */
  protocols: string[] | null;
  protocol: string | null;
  /** Whole lines. */
  headers: string[];
}

const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

export function acceptKeyFor({ headers }: IncomingMessage): string {
  return createHash("sha1").update(`${headers["sec-websocket-key"]}${GUID}`).digest("base64");
}
