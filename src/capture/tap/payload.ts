import {
  arrayFields,
  arrayTag,
  base64Of,
  bytesInBlob,
  bytesInBuffer,
  bytesInText,
  cut,
  headOfBlob,
  isView,
  NativeBytes,
  setBytes,
  viewFields,
} from "./natives.js";
import { type Held, wholeGroups } from "./pack.js";
import { PAYLOAD_CAP } from "./wire.js";

/** What is no longer leaves whole, however much there is: the words that protocols have of their own are that short. */
export const SHORT = 1024;
/** Of what is longer, where there is much: it begins with what it is, and with the name of what is called. */
export const HEAD = 256;

const SIZE = 16 * PAYLOAD_CAP;
/** The heads of all messages of bytes that are packed next: copied at once, as the page may change or give away its own. */
const heads = new NativeBytes(SIZE);
let used = 0;

/** Whatever comes next has its place. */
export function hasPlace(): boolean {
  return SIZE - used >= PAYLOAD_CAP + 3;
}

/** The head that was copied last stays. */
export function keepBytes({ form, length }: Held): void {
  if (form === "b") used += wholeGroups(length);
}

/** All heads that stay; the next ones begin anew. */
export function takeBytes(): string {
  if (used === 0) return "";
  const base64 = base64Of(heads, used);
  used = 0;
  return base64;
}

/**
 * Notes form, head and size of a message. Never converts a value, as that could run the page's code a second time: of an
 * object that `send` turns into text nothing is known but that it was sent. Of what is longer than `room`, and not short, only
 * that much of its head. A Blob's head is given back, as its bytes come later. `bytes` is what the browser counted where it did, else 0.
 */
export function notePayload(held: Held, data: unknown, room: number, bytes: number): Blob | null {
  if (typeof data === "string") noteText(held, data, room, bytes);
  else if (typeof data !== "object" || data === null) noteText(held, `${data as number}`, room, 0);
  else if (isView(data)) {
    const fields = arrayTag(data) === undefined ? viewFields : arrayFields;
    noteBytes(held, fields.buffer(data), fields.start(data), fields.bytes(data), room);
  } else if (!isBufferNoted(held, data, room)) return headOf(held, data, room);
  return null;
}

/** To count the bytes of a long text takes longer than all else, so where there is much only its characters are known. */
function noteText(held: Held, text: string, room: number, counted: number): void {
  const { length } = text;
  held.form = "t";
  held.length = kept(length, room);
  if (held.length === length) held.text = text;
  else {
    held.text = cut(text, 0, room);
    held.bytes = counted > 0 ? counted : room === HEAD ? -length : bytesInText(text);
  }
}

function kept(size: number, room: number): number {
  return size <= SHORT || size <= room ? size : room;
}

function noteBytes(held: Held, buffer: ArrayBuffer, start: number, bytes: number, room: number): void {
  const length = kept(bytes, room);
  if (length > 0) setBytes(heads, new NativeBytes(buffer, start, length), used);
  heads[used + length] = heads[used + length + 1] = 0;
  held.form = "b";
  held.length = length;
  if (length < bytes) held.bytes = bytes;
}

function isBufferNoted(held: Held, data: object, room: number): boolean {
  try {
    noteBytes(held, data as ArrayBuffer, 0, bytesInBuffer(data as ArrayBuffer), room);
    return true;
  } catch {
    return false; // not an ArrayBuffer: asking for its size is the one way to know that no page can fake
  }
}

function headOf(held: Held, data: object, room: number): Blob | null {
  try {
    held.bytes = bytesInBlob(data as Blob);
    held.length = kept(held.bytes, room);
    return headOfBlob(data as Blob, 0, held.length);
  } catch {
    return null; // nor a Blob
  }
}
