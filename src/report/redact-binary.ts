import { binaryMessage, type Named, readBinaryMessages } from "../core/protocols/signalr-binary.js";
import type { Content } from "../core/traffic.js";
import { isObject, type JsonRedaction } from "./redact-json.js";

/**
 * SignalR's binary messages, each with what its JSON form may keep: its type, and of a close, a call and its answer what
 * tells of the connection. Null where the bytes are none, or are cut off.
 */
export function redactBinary(
  content: Content,
  json: JsonRedaction,
  records: (text: string) => string | null,
): string | null {
  const { handshake, messages } = readBinaryMessages(content);
  const answer = handshake === null ? "" : records(handshake);
  const safe = messages.map((message) => named(json.message(message)));
  if (answer === null || (answer === "" && safe.length === 0) || !safe.every((each) => each !== null)) return null;
  const bytes = [...new TextEncoder().encode(answer), ...safe.flatMap(binaryMessage)];
  return btoa(bytes.map((byte) => String.fromCharCode(byte)).join(""));
}

function named(message: unknown): Named | null {
  if (!isObject(message) || !isType(message.type)) return null;
  return {
    type: message.type,
    target: text(message.target),
    invocationId: text(message.invocationId),
    error: text(message.error),
    result: flag(message.result),
    allowReconnect: flag(message.allowReconnect),
  };
}

/** SignalR's types are single digits; what MessagePack writes in one byte ends at 127. */
function isType(type: unknown): type is number {
  return typeof type === "number" && Number.isInteger(type) && type >= 0 && type < 128;
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function flag(value: unknown): boolean | null {
  return typeof value === "boolean" ? value : null;
}
