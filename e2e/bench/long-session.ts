import type { TrafficEvent } from "../../src/core/traffic.js";

/** A page of one connection that lasts, and of one that fails every so many messages, without an end. */
export function* longSession(failsEvery = 500): Generator<TrafficEvent> {
  let at = Date.parse("2026-01-01T00:00:00Z");
  let nth = 0;
  yield socket("s0", "wss://app.test/socket.io/?EIO=4&transport=websocket", 101, at);
  yield message("s0", nth, "received", '0{"sid":"s","upgrades":[],"pingInterval":25000,"pingTimeout":20000}', at);
  for (;;) {
    at += 5;
    nth += 1;
    if (nth % failsEvery === 0) yield socket(`f${nth}`, `wss://app.test/hub?id=gone${nth}`, 404, at);
    else if (nth % 100 === 0) yield { kind: "tick", id: `t${nth}`, at };
    else yield message("s0", nth, nth % 2 ? "sent" : "received", `42["chat",{"text":"message ${nth}"}]`, at);
  }
}

function message(
  exchange: string,
  nth: number,
  direction: "sent" | "received",
  text: string,
  at: number,
): TrafficEvent {
  return {
    kind: "frame",
    id: `${exchange}.${nth}`,
    at,
    exchange,
    direction,
    payload: { text, encoding: "text", bytes: text.length },
  };
}

function socket(exchange: string, url: string, status: number, at: number): TrafficEvent {
  return {
    kind: "exchange",
    id: exchange,
    exchange,
    at,
    channel: "websocket",
    page: "p1",
    method: "GET",
    url,
    requestHeaders: null,
    requestBody: null,
    status,
    responseHeaders: null,
    responseBody: null,
    netError: null,
    initiator: ["_startTransport https://app.test/signalr.js"],
    endedAt: status === 101 ? null : at + 5,
  };
}
