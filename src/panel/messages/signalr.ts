import { decode } from "@msgpack/msgpack";
import type { FrameEvent } from "../../core/traffic.js";
import { bytesOf, objectIn } from "./bytes.js";
import { cursorOver } from "./cursor.js";
import { type Decoded, type Decoder, decoded, undecoded } from "./decoded.js";

const RECORD_SEPARATOR = "\u001e";

/** Message types: docs/specs/HubProtocol.md of dotnet/aspnetcore. */
const KINDS: Record<number, string> = {
  1: "Invocation",
  2: "StreamItem",
  3: "Completion",
  4: "StreamInvocation",
  5: "CancelInvocation",
  6: "Ping",
  7: "Close",
  8: "Ack",
  9: "Sequence",
};

/** JSON and MessagePack; Blazor's packs are MessagePack, too. The handshake is always JSON. */
export function signalrDecoder(): Decoder {
  return (frame) => {
    const { text, encoding } = frame.payload;
    if (text === null) return [undecoded(frame)];
    if (encoding === "base64") return fromPacks(frame, bytesOf(text)) ?? [undecoded(frame)];
    const records = text.split(RECORD_SEPARATOR).filter((record) => record !== "");
    return records.map((record) => {
      const message = objectIn(record);
      return message ? fromJson(frame, message) : decoded(frame, "", { data: record });
    });
  };
}

function fromJson(frame: FrameEvent, message: Record<string, unknown>): Decoded {
  const { type, target, invocationId, arguments: args, item, result, error } = message;
  if (typeof type !== "number") return handshake(frame, message);
  return decoded(frame, KINDS[type] ?? `type ${type}`, {
    subject: text(target),
    id: text(invocationId),
    data: args ?? item ?? result ?? rest(message),
    error: text(error),
    isPing: type === 6,
    streamIds: texts(message.streamIds),
  });
}

function handshake(frame: FrameEvent, message: Record<string, unknown>): Decoded {
  const kind = frame.direction === "sent" ? "Handshake request" : "Handshake response";
  const hasData = Object.keys(message).length > 0;
  return decoded(frame, kind, {
    subject: text(message.protocol),
    data: hasData ? message : undefined,
    error: text(message.error),
  });
}

/** What a Close, an Ack or a Sequence says besides its type. */
function rest({ type: _, invocationId: __, error: ___, ...said }: Record<string, unknown>): unknown {
  return Object.keys(said).length > 0 ? said : undefined;
}

/** Each message has its length before it, seven bits a byte; null where it is no such thing. */
function fromPacks(frame: FrameEvent, bytes: Uint8Array): Decoded[] | null {
  const cursor = cursorOver(bytes);
  const found: Decoded[] = [];
  while (!cursor.isAtEnd()) {
    const pack = unpacked(cursor.take(Number(cursor.varint())));
    if (!pack) return null;
    found.push(fromPack(frame, pack));
  }
  return found;
}

function unpacked(bytes: Uint8Array): unknown[] | null {
  try {
    const value = decode(bytes);
    return Array.isArray(value) ? value : null;
  } catch {
    return null; // no MessagePack, or cut off: shown as it is
  }
}

function fromPack(frame: FrameEvent, pack: unknown[]): Decoded {
  const [type, second, id, fourth, fifth, sixth] = pack;
  const kind = typeof type === "number" ? (KINDS[type] ?? `type ${type}`) : "";
  switch (type) {
    case 1:
    case 4:
      return decoded(frame, kind, { id: text(id), subject: text(fourth), data: fifth, streamIds: texts(sixth) });
    case 2:
      return decoded(frame, kind, { id: text(id), data: fourth });
    case 3:
      return decoded(frame, kind, {
        id: text(id),
        error: fourth === 1 ? text(fifth) : null,
        data: fourth === 3 ? fifth : undefined,
      });
    case 5:
      return decoded(frame, kind, { id: text(id) });
    case 6:
      return decoded(frame, kind, { isPing: true });
    case 7:
      return decoded(frame, kind, { error: text(second), data: id === undefined ? undefined : { allowReconnect: id } });
    default:
      return decoded(frame, kind, { data: pack.slice(1) });
  }
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}
