import { percentEncode } from "./url.js";

/** Thrown where the bytes end before the value does. */
class Cut extends Error {}

interface Reader {
  bytes: readonly number[];
  at: number;
}

export type Packed = null | boolean | number | string | Packed[] | { [name: string]: Packed };

/** The value that begins here, with the place after it; null where the bytes are cut off or hold what nobody packs. https://msgpack.org */
export function unpack(bytes: readonly number[], start: number, end: number): Packed | null {
  if (end > bytes.length) return null;
  try {
    return value({ bytes: bytes.slice(0, end), at: start });
  } catch (error) {
    if (error instanceof Cut) return null;
    throw error;
  }
}

function value(reader: Reader): Packed {
  const head = number(reader, 1);
  if (head < 0x80) return head;
  if (head < 0x90) return map(reader, head & 0x0f);
  if (head < 0xa0) return list(reader, head & 0x0f);
  if (head < 0xc0) return text(reader, head & 0x1f);
  if (head >= 0xe0) return head - 0x100;
  return longer(reader, head);
}

/** Sizes double with each head of a kind: 1, 2, 4 and 8 bytes. */
function longer(reader: Reader, head: number): Packed {
  if (head === 0xc2 || head === 0xc3) return head === 0xc3;
  if (head >= 0xc4 && head <= 0xc6) return skip(reader, number(reader, 2 ** (head - 0xc4)));
  if (head >= 0xc7 && head <= 0xc9) return skip(reader, number(reader, 2 ** (head - 0xc7)) + 1);
  if (head === 0xca || head === 0xcb) return skip(reader, head === 0xca ? 4 : 8);
  if (head >= 0xcc && head <= 0xcf) return number(reader, 2 ** (head - 0xcc));
  if (head >= 0xd0 && head <= 0xd3) return signed(reader, 2 ** (head - 0xd0));
  if (head >= 0xd4 && head <= 0xd8) return skip(reader, 2 ** (head - 0xd4) + 1);
  if (head >= 0xd9 && head <= 0xdb) return text(reader, number(reader, 2 ** (head - 0xd9)));
  if (head === 0xdc || head === 0xdd) return list(reader, number(reader, head === 0xdc ? 2 : 4));
  if (head === 0xde || head === 0xdf) return map(reader, number(reader, head === 0xde ? 2 : 4));
  return null;
}

function number(reader: Reader, size: number): number {
  let sum = 0;
  for (let count = 0; count < size; count += 1) {
    const byte = reader.bytes[reader.at];
    if (byte === undefined) throw new Cut();
    reader.at += 1;
    sum = sum * 256 + byte;
  }
  return sum;
}

function signed(reader: Reader, size: number): number {
  const plain = number(reader, size);
  return plain >= 2 ** (size * 8 - 1) ? plain - 2 ** (size * 8) : plain;
}

/** Binary data, extensions and fractions: nothing that a diagnosis reads. */
function skip(reader: Reader, size: number): null {
  if (reader.at + size > reader.bytes.length) throw new Cut();
  reader.at += size;
  return null;
}

function text(reader: Reader, size: number): string {
  const from = reader.at;
  skip(reader, size);
  return utf8(reader.bytes.slice(from, reader.at));
}

/** Bytes that are no UTF-8 are read one by one: what is looked for in them is plain ASCII. */
export function utf8(bytes: readonly number[]): string {
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""));
  } catch {
    return bytes.map((byte) => String.fromCharCode(byte)).join(""); // not text after all: shown as it stands
  }
}

function list(reader: Reader, size: number): Packed[] {
  const items: Packed[] = [];
  for (let count = 0; count < size; count += 1) items.push(value(reader));
  return items;
}

function map(reader: Reader, size: number): { [name: string]: Packed } {
  const entries: [string, Packed][] = [];
  for (let count = 0; count < size; count += 1) entries.push([String(value(reader)), value(reader)]);
  return Object.fromEntries(entries);
}

/** The bytes of what a safe message is made of. */
export function pack(packed: Packed): number[] {
  if (packed === null) return [0xc0];
  if (typeof packed === "boolean") return [packed ? 0xc3 : 0xc2];
  if (typeof packed === "number") return [0xce, ...sized(packed, 4)];
  if (typeof packed === "string") return packText(utf8Bytes(packed));
  if (Array.isArray(packed)) return [0xdc, ...sized(packed.length, 2), ...packed.flatMap(pack)];
  const entries = Object.entries(packed).flatMap(([name, each]) => [...pack(name), ...pack(each)]);
  return [0xde, ...sized(Object.keys(packed).length, 2), ...entries];
}

function packText(bytes: number[]): number[] {
  return [0xdb, ...sized(bytes.length, 4), ...bytes];
}

function sized(size: number, bytes: number): number[] {
  return Array.from({ length: bytes }, (_, place) => Math.floor(size / 256 ** (bytes - 1 - place)) % 256);
}

function utf8Bytes(written: string): number[] {
  return [...percentEncode(written).matchAll(/%(..)|(.)/g)].map(([, hex, letter = ""]) =>
    hex ? Number.parseInt(hex, 16) : letter.charCodeAt(0),
  );
}
