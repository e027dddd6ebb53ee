import { base64Bytes } from "../base64.js";
import { type Packed, pack, unpack, utf8 } from "../message-pack.js";
import type { Content } from "../traffic.js";
import { SAYS_WHY } from "./signalr-circuit.js";
import { RECORD_SEPARATOR } from "./signalr-session.js";

/** What one binary frame or poll holds: the text of a handshake answer at its head, and messages as their JSON form has them. */
export interface BinaryMessages {
  handshake: string | null;
  messages: Record<string, unknown>[];
}

/** Beyond the head of a long message nothing tells of the connection itself. */
const READ_BYTES = 8_192;
/** Four letters of base64 hold three bytes. */
const READ_LETTERS = Math.ceil(READ_BYTES / 3) * 4;
const OPEN_BRACE = 0x7b;

/** MessagePack and blazorpack: each message behind its length as a VarInt; docs/specs/HubProtocol.md of dotnet/aspnetcore. */
export function readBinaryMessages(content: Content): BinaryMessages {
  const bytes = base64Bytes((content.text ?? "").slice(0, READ_LETTERS));
  const end = bytes[0] === OPEN_BRACE ? bytes.indexOf(RECORD_SEPARATOR.charCodeAt(0)) : -1;
  return {
    handshake: end < 0 ? null : utf8(bytes.slice(0, end + 1)),
    messages: [...messagesFrom(bytes, end + 1)],
  };
}

function* messagesFrom(bytes: number[], start: number): Generator<Record<string, unknown>> {
  let at = start;
  while (at < bytes.length) {
    const [length, from] = lengthAt(bytes, at);
    const message = unpack(bytes, from, Math.min(from + length, bytes.length));
    if (Array.isArray(message)) yield named(message);
    at = from + length;
  }
}

/** Seven bits a byte, the lowest first; the highest bit says that more follow. */
function lengthAt(bytes: number[], start: number): [length: number, next: number] {
  let length = 0;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    length += (byte & 0x7f) * 2 ** (7 * (at - start));
    if (byte < 0x80) return [length, at + 1];
  }
  return [0, bytes.length];
}

const INVOCATION = 1;
const COMPLETION = 3;
const CLOSE = 7;
const FAILED = 1;
const SUCCEEDED = 3;

/** The places of a message's parts, by its type. */
function named([type, ...parts]: Packed[]): Record<string, unknown> {
  if (type === INVOCATION) return called(parts);
  if (type === COMPLETION) {
    const [, invocationId, kind, result] = parts;
    return kind === FAILED ? { type, invocationId, error: result } : { type, invocationId, result };
  }
  return type === CLOSE ? { type, error: parts[0], allowReconnect: parts[1] } : { type };
}

/** Of a call's arguments only those of one tell of the connection: they are an error, and stand as one. */
function called([, invocationId, target, values]: Packed[]): Record<string, unknown> {
  const call = { type: INVOCATION, invocationId, target };
  return target === SAYS_WHY && Array.isArray(values) ? { ...call, error: values[0] } : call;
}

/** The parts that `named` reads, as bytes again, the length before them. */
export function binaryMessage({ type, target, invocationId, error, result, allowReconnect }: Named): number[] {
  const bytes = pack(partsOf());
  return [...varInt(bytes.length), ...bytes];

  function partsOf(): Packed[] {
    if (type === INVOCATION) return [type, {}, invocationId ?? null, target ?? null, error ? [error] : []];
    if (type === COMPLETION)
      return [type, {}, invocationId ?? null, error ? FAILED : SUCCEEDED, error ?? result ?? null];
    return type === CLOSE ? [type, error ?? null, allowReconnect ?? null] : [type];
  }
}

export interface Named {
  type: number;
  target?: string | null;
  invocationId?: string | null;
  error?: string | null;
  result?: boolean | null;
  allowReconnect?: boolean | null;
}

function varInt(size: number): number[] {
  return size < 0x80 ? [size] : [(size & 0x7f) | 0x80, ...varInt(size >> 7)];
}
