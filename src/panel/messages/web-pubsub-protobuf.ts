import { readProtobuf, type Schema } from "./protobuf.js";

/**
 * protobuf.webpubsub.azure.v1 and its reliable form, in the names that the JSON subprotocol has for the same:
 * https://learn.microsoft.com/azure/azure-web-pubsub/reference-protobuf-reliable-webpubsub-subprotocol
 */
const DATA: Schema = {
  1: ["text", "text"],
  2: ["binary", "bytes"],
  3: ["protobuf", { 1: ["typeUrl", "text"], 2: ["value", "bytes"] }],
};
const ERROR: Schema = { 1: ["name", "text"], 2: ["message", "text"], 3: ["userErrorCode", "text"] };
const GROUP: Schema = { 1: ["group", "text"], 2: ["ackId", "number"] };
const STREAM_ID = ["streamId", "text"] as const;

const UPSTREAM: Schema = {
  1: [
    "sendToGroup",
    {
      ...GROUP,
      3: ["data", DATA],
      4: ["noEcho", "flag"],
      7: ["stream", { 1: STREAM_ID, 2: ["idleTimeoutMs", "number"] }],
    },
  ],
  5: ["event", { 1: ["event", "text"], 2: ["data", DATA], 3: ["ackId", "number"] }],
  6: ["joinGroup", GROUP],
  7: ["leaveGroup", GROUP],
  8: ["sequenceAck", { 1: ["sequenceId", "number"] }],
  9: ["ping", {}],
  13: ["streamData", { 1: STREAM_ID, 2: ["streamSequenceId", "number"], 3: ["data", DATA] }],
  14: ["streamEnd", { 1: STREAM_ID, 2: ["error", { 1: ["message", "text"], 2: ["userErrorCode", "text"] }] }],
};

const DOWNSTREAM: Schema = {
  1: ["ack", { 1: ["ackId", "number"], 2: ["success", "flag"], 3: ["error", ERROR] }],
  2: [
    "message",
    {
      1: ["from", "text"],
      2: ["group", "text"],
      3: ["data", DATA],
      4: ["sequenceId", "number"],
      6: [
        "stream",
        { 1: STREAM_ID, 2: ["streamSequenceId", "number"], 3: ["endOfStream", "flag"], 4: ["error", ERROR] },
      ],
    },
  ],
  3: [
    "system",
    {
      1: ["connected", { 1: ["connectionId", "text"], 2: ["userId", "text"], 3: ["reconnectionToken", "text"] }],
      2: ["disconnected", { 2: ["message", "text"] }],
    },
  ],
  4: ["pong", {}],
  6: ["streamAck", { 1: STREAM_ID, 2: ["expectedSequenceId", "number"] }],
  7: ["streamNack", { 1: STREAM_ID, 2: ["name", "text"], 3: ["message", "text"], 4: ["expectedSequenceId", "number"] }],
  8: ["streamClosed", { 1: STREAM_ID, 2: ["error", ERROR] }],
};

/** A message as the JSON subprotocol would have written it; null where it is none. Throws a RangeError where it is no protobuf. */
export function jsonOf(bytes: Uint8Array, direction: "sent" | "received"): Record<string, unknown> | null {
  const [kind] = Object.entries(readProtobuf(bytes, direction === "sent" ? UPSTREAM : DOWNSTREAM));
  if (!kind) return null;
  const [type, body] = kind as [string, Record<string, unknown>];
  if (type.startsWith("#")) return null;
  if (type === "system") {
    const [event] = Object.entries(body);
    return { type, event: event?.[0], ...(event?.[1] as object) };
  }
  // What is false is not written.
  const success = type === "ack" ? { success: body.success ?? false } : {};
  return { type, ...body, ...success, ...("data" in body ? { data: dataOf(body.data) } : {}) };
}

/** Text and bytes stand for themselves; an `Any` says what it is. */
function dataOf(data: unknown): unknown {
  const { text, binary, protobuf } = data as Record<string, unknown>;
  return text ?? binary ?? protobuf;
}
