import { withoutPadding } from "./base64.js";
import type { Content, FrameEvent, TrafficEvent } from "./traffic.js";

/** In characters, as kept: of a message no less than the page tap tells of one, of a body enough for any answer to a handshake. */
const FRAME_LIMIT = 65_536;
const BODY_LIMIT = 131_072;

/** The event with long payloads cut to their head; their size stays known. */
export function cutEvent(event: TrafficEvent): TrafficEvent {
  if (event.kind === "frame") return cutFrame(event);
  if (event.kind !== "exchange") return event;
  const requestBody = event.requestBody && cutContent(event.requestBody, BODY_LIMIT);
  const responseBody = event.responseBody && cutContent(event.responseBody, BODY_LIMIT);
  const isWhole = requestBody === event.requestBody && responseBody === event.responseBody;
  return isWhole ? event : { ...event, requestBody, responseBody };
}

export function cutFrame(frame: FrameEvent): FrameEvent {
  const payload = cutContent(frame.payload, FRAME_LIMIT);
  return payload === frame.payload ? frame : { ...frame, payload };
}

/** Base64 is cut where a group of four ends, and neither half of a surrogate pair is left alone. */
function cutContent(content: Content, limit: number): Content {
  const { text, encoding, bytes } = content;
  if (text === null || text.length <= limit) return content;
  if (encoding === "base64")
    return { ...content, text: text.slice(0, limit - (limit % 4)), bytes: bytes ?? base64Bytes(text) };
  const isInPair = /[\uD800-\uDBFF]/.test(text.charAt(limit - 1));
  return { ...content, text: text.slice(0, isInPair ? limit - 1 : limit), bytes: bytes ?? byteLength(text) };
}

function base64Bytes(text: string): number {
  return Math.floor((withoutPadding(text).length * 3) / 4);
}

/** As UTF-8; the core has no TextEncoder. */
function byteLength(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
