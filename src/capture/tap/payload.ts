import {
  arrayFields,
  arrayTag,
  base64Of,
  bytesInBlob,
  bytesInBuffer,
  bytesInText,
  copyOfBuffer,
  cut,
  headOfBlob,
  isView,
  viewFields,
} from "./natives.js";

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
 * nothing is known but that it was sent. Of what is longer than `room` only that much of its head.
 */
export function payloadOf(data: unknown, room: number): Payload {
  if (typeof data === "string") return ofText(data, room);
  if (typeof data !== "object" || data === null) return ofText(`${data as number}`, room);
  if (isView(data)) {
    const fields = arrayTag(data) === undefined ? viewFields : arrayFields;
    return ofBytes(fields.buffer(data), fields.start(data), fields.bytes(data), room);
  }
  return bufferBytes(data, room) ?? ofBlob(data, room) ?? { head: null, isBinary: false, bytes: null, weight: 0 };
}

function ofText(text: string, room: number): Payload {
  if (text.length <= room) return { head: text, isBinary: false, bytes: null, weight: text.length };
  return { head: cut(text, 0, room), isBinary: false, bytes: bytesInText(text), weight: room };
}

function ofBytes(buffer: ArrayBuffer, start: number, bytes: number, room: number): Payload {
  // Math.min is the page's to replace.
  const weight = bytes < room ? bytes : room;
  const head = base64Of ? base64Of(buffer, start, weight) : copyOfBuffer(buffer, start, start + weight);
  return { head, isBinary: true, bytes, weight };
}

function bufferBytes(data: object, room: number): Payload | null {
  try {
    return ofBytes(data as ArrayBuffer, 0, bytesInBuffer(data as ArrayBuffer), room);
  } catch {
    return null; // not an ArrayBuffer: asking for its size is the one way to know that no page can fake
  }
}

function ofBlob(data: object, room: number): Payload | null {
  try {
    const bytes = bytesInBlob(data as Blob);
    return { head: headOfBlob(data as Blob, 0, room), isBinary: true, bytes, weight: room };
  } catch {
    return null; // nor a Blob
  }
}
