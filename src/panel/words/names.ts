import type { Phase, ProtocolName, Transport } from "../../core/connection.js";
import type { Channel } from "../../core/traffic.js";

/** Names of protocols, transports and channels. */
export const namesWords = {
  protocol: {
    signalr: "SignalR",
    "engine-io": "Engine.IO / Socket.IO",
    "web-pubsub": "Web PubSub",
  } satisfies Record<ProtocolName, string>,
  transport: {
    websocket: "WebSocket",
    sse: "server-sent events",
    webtransport: "WebTransport",
    "long-polling": "long polling",
    polling: "polling",
  } satisfies Record<Transport, string>,
  channel: {
    http: "HTTP request",
    preflight: "CORS preflight",
    websocket: "WebSocket handshake",
    eventsource: "EventSource",
    webtransport: "WebTransport session",
  } satisfies Record<Channel, string>,
};

export const phaseWords: Record<Phase, string> = {
  preflight: "CORS preflight",
  negotiate: "negotiate",
  connect: "connect",
  upgrade: "WebSocket upgrade",
  handshake: "protocol handshake",
  open: "open",
  poll: "polling",
  message: "messages",
  close: "close",
  service: "service",
};

export const failureWords: Record<Phase, string> = {
  preflight: "CORS preflight failed",
  negotiate: "Negotiate failed",
  connect: "Connect failed",
  upgrade: "WebSocket upgrade failed",
  handshake: "Protocol handshake failed",
  open: "Open failed",
  poll: "Polling failed",
  message: "Failed while exchanging messages",
  close: "The connection was dropped",
  service: "The service reported a failure",
};

/** https://socket.io/docs/v4/troubleshooting-connection-issues/ */
const engineIoCodes: Record<number, string> = {
  0: "Transport unknown",
  1: "Session ID unknown",
  2: "Bad handshake method",
  3: "Bad request",
  4: "Forbidden",
  5: "Unsupported protocol version",
};

/** https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number */
const closeCodes: Record<number, string> = {
  1000: "normal closure",
  1001: "going away",
  1002: "protocol error",
  1003: "unsupported data",
  1005: "no status in the close frame",
  1006: "closed without a close frame",
  1007: "invalid payload",
  1008: "policy violation",
  1009: "message too big",
  1011: "internal error",
  1012: "service restart",
  1013: "try again later",
  1015: "TLS handshake failed",
};

export function statusMeaning(status: number): string | null {
  return status === 0 ? "the page got no readable answer (refused, cut off, or blocked by CORS)" : null;
}

export function engineIoMeaning(code: number): string | null {
  return engineIoCodes[code] ?? null;
}

export function closeMeaning(code: number): string | null {
  return closeCodes[code] ?? null;
}
