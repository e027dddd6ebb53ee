import type { ExchangeEvent, FrameEvent, SaidEvent, TrafficEvent } from "./traffic.js";
import { UNANSWERED } from "./unanswered.js";

/** The simplest events there are, for tests of what only holds events. */

export function messages(exchange: string, count: number, text = "hello"): FrameEvent[] {
  return Array.from({ length: count }, (_, nth) => message(exchange, nth, text));
}

export function message(exchange: string, nth: number, text = "hello"): FrameEvent {
  const payload = { text, encoding: "text" as const, bytes: null };
  return { kind: "frame", id: `${exchange}.${nth}`, at: nth, exchange, direction: "received", payload };
}

export function close(exchange: string): TrafficEvent {
  return { kind: "close", id: `${exchange}.close`, at: 99, exchange, code: 1006, reason: "", by: "server" };
}

export function handshake(id: string): ExchangeEvent {
  return {
    kind: "exchange",
    id,
    at: 0,
    exchange: id,
    channel: "websocket",
    page: null,
    method: "GET",
    url: "wss://app.test/hub",
    requestHeaders: null,
    ...UNANSWERED,
    status: 101,
  };
}

/** A line that tells nothing. */
export const SAID_NOTHING: SaidEvent = {
  kind: "said",
  id: "",
  at: 0,
  text: "",
  protocol: null,
  messages: [],
  scene: [],
  complains: false,
  phase: null,
  channel: null,
  transport: null,
  method: null,
  url: null,
  headers: [],
  status: null,
  netError: null,
  body: null,
  closeCode: null,
  closeReason: null,
  clientVersion: null,
  serverVersion: null,
  dropsAfterMs: null,
  payloadBytes: null,
  portsDiffer: null,
  prefixLost: null,
};
