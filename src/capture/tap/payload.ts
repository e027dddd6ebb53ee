import {
  arrayFields,
  arrayTag,
  bytesInBlob,
  bytesInBuffer,
  bytesInText,
  copyOfBuffer,
  cut,
  headOfBlob,
  isView,
  viewFields,
} from "./natives.js";
import { PAYLOAD_CAP } from "./wire.js";

/** The size of a message and its head, as it may leave the page. */
export interface Payload {
  head: string | ArrayBuffer | Blob | null;
  isBinary: boolean;
  bytes: number | null;
  /** What the head takes up. */
  weight: number;
}

/**
 * Never converts a value, as that could run the page's code a second time: of an object that `send` turns into text
 * nothing is known but that it was sent.
 */
export function payloadOf(data: unknown): Payload {
  if (typeof data === "string") return ofText(data);
  if (typeof data !== "object" || data === null) return ofText(`${data as number}`);
  if (isView(data)) {
    const fields = arrayTag(data) === undefined ? viewFields : arrayFields;
    return ofBytes(fields.buffer(data), fields.start(data), fields.bytes(data));
  }
  return bufferBytes(data) ?? ofBlob(data) ?? { head: null, isBinary: false, bytes: null, weight: 0 };
}

function ofText(text: string): Payload {
  if (text.length <= PAYLOAD_CAP) return { head: text, isBinary: false, bytes: null, weight: text.length };
  return { head: cut(text, 0, PAYLOAD_CAP), isBinary: false, bytes: bytesInText(text), weight: PAYLOAD_CAP };
}

function ofBytes(buffer: ArrayBuffer, start: number, bytes: number): Payload {
  // Math.min is the page's to replace.
  let weight = PAYLOAD_CAP;
  if (bytes < weight) weight = bytes;
  return { head: copyOfBuffer(buffer, start, start + weight), isBinary: true, bytes, weight };
}

function bufferBytes(data: object): Payload | null {
  try {
    return ofBytes(data as ArrayBuffer, 0, bytesInBuffer(data as ArrayBuffer));
  } catch {
    return null; // not an ArrayBuffer: asking for its size is the one way to know that no page can fake
  }
}

function ofBlob(data: object): Payload | null {
  try {
    const bytes = bytesInBlob(data as Blob);
    return { head: headOfBlob(data as Blob, 0, PAYLOAD_CAP), isBinary: true, bytes, weight: PAYLOAD_CAP };
  } catch {
    return null; // nor a Blob
  }
}
