import { encode } from "@msgpack/msgpack";
import { expect, test } from "vitest";
import type { FrameEvent } from "../../core/traffic.js";
import { createReader, type Spoken } from "./decode.js";
import { type Decoded, decoded } from "./decoded.js";
import { decodeFrames } from "./testing/decode-frames.js";

test("where a decoder fails, the message is shown as it came and says why; the others are not touched", () => {
  const failing = createReader(SIGNALR, (each) => {
    if (each.payload.text === "odd") throw new Error("no such type");
    return [decoded(each, "ping")];
  });
  const read = failing.read([frame("received", "even"), frame("received", "odd"), frame("sent", "even")]);
  expect(read.map(({ kind, data, fault }) => [kind, data, fault])).toEqual([
    ["ping", undefined, null],
    ["", "odd", "no such type"],
    ["ping", undefined, null],
  ]);
});

let made = 0;

function frame(direction: FrameEvent["direction"], payload: string | Uint8Array): FrameEvent {
  made += 1;
  const isText = typeof payload === "string";
  return {
    kind: "frame",
    id: `f${made}`,
    at: made * 10,
    exchange: "e1",
    direction,
    payload: {
      text: isText ? payload : Buffer.from(payload).toString("base64"),
      encoding: isText ? "text" : "base64",
      bytes: payload.length,
    },
  };
}

const SOCKET_IO: Spoken = { protocol: "engine-io", revision: "4", subprotocol: null };
const SIGNALR: Spoken = { protocol: "signalr", revision: null, subprotocol: null };

function received(payload: string | Uint8Array, spoken: Spoken) {
  return decodeFrames([frame("received", payload)], spoken).map(({ frame: _, ...message }) => message);
}

function firstOf(message: Decoded | undefined): ArrayBuffer {
  return Array.isArray(message?.data) ? message.data[0] : new ArrayBuffer(0);
}

/** Firefox's inspector leaves Engine.IO's digit on, or takes it for something else. */
test.each([
  ['42["hi",1]', { kind: "EVENT", subject: "hi", data: [1], id: null }],
  ['430["ok"]', { kind: "ACK", id: "0", data: ["ok"] }],
  ['40{"sid":"a1"}', { kind: "CONNECT", data: { sid: "a1" } }],
  ['44{"message":"Not signed in"}', { kind: "CONNECT_ERROR", error: "Not signed in" }],
  ['44"Not signed in"', { kind: "CONNECT_ERROR", error: "Not signed in" }],
  ['42/admin,["hi"]', { kind: "EVENT", namespace: "/admin", subject: "hi", data: [] }],
])("what Firefox decodes wrongly, %s, is read as what it is", (payload, expected) => {
  expect(received(payload, SOCKET_IO)).toEqual([expect.objectContaining(expected)]);
});

test.each([
  ['0{"sid":"a","pingInterval":25000}', { kind: "open", data: { sid: "a", pingInterval: 25000 } }],
  ["2", { kind: "ping", isPing: true }],
  ["3", { kind: "pong", isPing: true }],
  ["2probe", { kind: "ping probe", isPing: false }],
])("Engine.IO's %s is read as what it is", (payload, expected) => {
  expect(received(payload, SOCKET_IO)).toEqual([expect.objectContaining(expected)]);
});

test("an event with an attachment is one message, with its bytes in place", () => {
  const frames = [
    frame("sent", '451-["photo",{"_placeholder":true,"num":0}]'),
    frame("sent", new Uint8Array([1, 2, 3])),
  ];
  const [, event] = decodeFrames(frames, SOCKET_IO);
  expect(event).toMatchObject({ kind: "EVENT", subject: "photo" });
  expect(new Uint8Array(firstOf(event))).toEqual(new Uint8Array([1, 2, 3]));
});

test("revision 3 puts a type byte before an attachment", () => {
  const frames = [
    frame("received", '451-["photo",{"_placeholder":true,"num":0}]'),
    frame("received", new Uint8Array([4, 9, 8])),
  ];
  const [, event] = decodeFrames(frames, { protocol: "engine-io", revision: "3", subprotocol: null });
  expect(new Uint8Array(firstOf(event))).toEqual(new Uint8Array([9, 8]));
});

test("packets of Socket.IO's MessagePack parser are read as what they are, and bytes that are none stay an attachment", () => {
  const packed = encode({ type: 2, nsp: "/admin", data: ["hi", 1], id: 4 });
  expect(received(packed, SOCKET_IO)).toMatchObject([
    { kind: "EVENT", namespace: "/admin", subject: "hi", data: [1], id: "4" },
  ]);
  expect(received(new Uint8Array([1, 2, 3]), SOCKET_IO)).toMatchObject([{ kind: "attachment" }]);
});

test("an acknowledgement says what it answers, and after how long", () => {
  const frames = [frame("sent", '427["save",{}]'), frame("received", '437["done"]')];
  expect(decodeFrames(frames, SOCKET_IO)[1]?.answers).toEqual({ subject: "save", afterMs: 10 });
});

test("read in parts, messages are paired as if they had been read at once", () => {
  const frames = [frame("sent", '427["save",{}]'), frame("received", '437["done"]'), frame("received", '42["hi"]')];
  const reader = createReader(SOCKET_IO);
  const inParts = [...reader.read(frames.slice(0, 1)), ...reader.read(frames.slice(1))];
  expect(inParts).toEqual(decodeFrames(frames, SOCKET_IO));
  expect(inParts[1]?.answers?.subject).toBe("save");
});

test("several SignalR messages of one frame, a completion with its invocation, an error", () => {
  const frames = [
    frame(
      "sent",
      '{"type":1,"invocationId":"1","target":"Send","arguments":["a"]}␞{"type":6}␞'.replaceAll("␞", "\u001e"),
    ),
    frame("received", '{"type":3,"invocationId":"1","error":"An unexpected error occurred"}\u001e'),
  ];
  expect(decodeFrames(frames, SIGNALR)).toMatchObject([
    { kind: "Invocation", subject: "Send", data: ["a"] },
    { kind: "Ping", isPing: true },
    { kind: "Completion", error: "An unexpected error occurred", answers: { subject: "Send", afterMs: 10 } },
  ]);
});

test("MessagePack: lengths before each message, results and errors", () => {
  const pack = (message: unknown[]) => {
    const bytes = encode(message);
    return new Uint8Array([bytes.length, ...bytes]);
  };
  const ping = pack([6]);
  const call = pack([1, {}, "4", "Send", ["a", 2]]);
  expect(received(new Uint8Array([...call, ...ping]), SIGNALR)).toMatchObject([
    { kind: "Invocation", id: "4", subject: "Send", data: ["a", 2] },
    { kind: "Ping", isPing: true },
  ]);
  expect(received(pack([3, {}, "4", 1, "No such method"]), SIGNALR)).toMatchObject([{ error: "No such method" }]);
  expect(received(pack([3, {}, "4", 3, { total: 1 }]), SIGNALR)).toMatchObject([{ data: { total: 1 }, error: null }]);
});

test("the items of a stream are folded into what opened it, with their number and how it ended", () => {
  const record = (message: object) => `${JSON.stringify(message)}\u001e`;
  const [opener, first, , done, upload, part, end] = decodeFrames(
    [
      frame("sent", record({ type: 4, invocationId: "7", target: "Ticks", arguments: [2] })),
      frame("received", record({ type: 2, invocationId: "7", item: 1 })),
      frame("received", record({ type: 2, invocationId: "7", item: 2 })),
      frame("received", record({ type: 3, invocationId: "7", error: "Stream canceled" })),
      frame("sent", record({ type: 1, target: "Upload", streamIds: ["8"], arguments: [] })),
      frame("sent", record({ type: 2, invocationId: "8", item: "a" })),
      frame("sent", record({ type: 3, invocationId: "8" })),
    ],
    SIGNALR,
  );
  expect(opener?.stream).toEqual({ items: 2, endedAfterMs: 30, error: "Stream canceled" });
  expect([first?.within, done?.within]).toEqual([opener, opener]);
  expect(upload?.stream).toEqual({ items: 1, endedAfterMs: 20, error: null });
  expect([part?.within, end?.within]).toEqual([upload, upload]);
});

test("Web PubSub's own messages, and a refusal by its name", () => {
  const spoken: Spoken = { protocol: "web-pubsub", revision: null, subprotocol: null };
  expect(received('{"type":"system","event":"connected","connectionId":"c"}', spoken)).toMatchObject([
    { kind: "system connected", data: { connectionId: "c" } },
  ]);
  expect(
    received('{"type":"ack","ackId":1,"success":false,"error":{"name":"Forbidden","message":"no role"}}', spoken),
  ).toMatchObject([{ kind: "ack", id: "1", error: "Forbidden: no role" }]);
});

test.each([
  ["", SOCKET_IO],
  ["9zzz", SOCKET_IO],
  ['45-["broken', SOCKET_IO],
  ["{", SIGNALR],
  [new Uint8Array([255, 255, 255, 255, 255, 255]), SIGNALR],
  [new Uint8Array([3, 0xc1, 0, 0]), SIGNALR],
])("what is garbled is shown as it is (%#)", (payload, spoken) => {
  expect(received(payload, spoken)).toHaveLength(1);
});
