import { expect, test } from "vitest";
import type { ProtocolName } from "../../core/connection.js";
import { newExchange } from "../../core/exchange.js";
import { handshake, message } from "../../core/sample-events.js";
import type { Content, ExchangeEvent } from "../../core/traffic.js";
import { framesOfBodies } from "./bodies.js";
import { decodeFrames } from "./testing/decode-frames.js";

const text = (said: string): Content => ({ text: said, encoding: "text", bytes: said.length });

function exchange(change: Partial<ExchangeEvent>) {
  return newExchange({ ...handshake("r1"), channel: "http", status: 200, endedAt: 50, ...change });
}

function read(protocol: ProtocolName, change: Partial<ExchangeEvent>, revision: string | null = null) {
  const frames = framesOfBodies(protocol, [exchange(change)], []);
  return decodeFrames(frames, { protocol, revision, subprotocol: null });
}

test("a poll of Engine.IO 4 brings several packets, one of 3 has their lengths before them", () => {
  const url = "https://app.test/socket.io/?EIO=4&transport=polling&sid=a";
  const expected = [{ kind: "CONNECT" }, { kind: "EVENT", subject: "hi", data: [1], frame: { id: "r1", at: 50 } }];
  expect(read("engine-io", { url, responseBody: text('40{"sid":"b"}\u001e42["hi",1]') })).toMatchObject(expected);
  expect(read("engine-io", { url, responseBody: text('2:4010:42["hi",1]') }, "3")).toMatchObject(expected);
});

test("what is posted was sent, and the answer to it is no message", () => {
  const posted = { method: "POST", requestBody: text('42["a"]\u001e3'), responseBody: text("ok") };
  expect(read("engine-io", posted)).toMatchObject([
    { kind: "EVENT", frame: { direction: "sent", at: 0 } },
    { kind: "pong" },
  ]);
});

test("SignalR's long polls and events, but not its negotiation", () => {
  const hello = '{"type":1,"target":"Hello","arguments":[]}\u001e';
  expect(read("signalr", { responseBody: text(hello) })).toMatchObject([{ subject: "Hello" }]);
  const events = {
    channel: "eventsource",
    responseBody: text(`:\r\n\r\ndata: ${hello}\r\n\r\ndata: {"type":6}\u001e\r\n\r\n`),
  };
  expect(read("signalr", events as Partial<ExchangeEvent>)).toMatchObject([{ subject: "Hello" }, { kind: "Ping" }]);
  const negotiation = { url: "https://app.test/hub/negotiate?x=1", method: "POST", responseBody: text("{}") };
  expect(read("signalr", negotiation)).toEqual([]);
});

test("what was told of message by message is not told again by the body, and a refusal is no message", () => {
  const polled = exchange({ responseBody: text("2") });
  expect(framesOfBodies("engine-io", [polled], [message("r1", 0)])).toEqual([]);
  expect(read("engine-io", { status: 400, responseBody: text('{"code":1}') })).toEqual([]);
});
