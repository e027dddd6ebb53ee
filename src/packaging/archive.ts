import { crc32 } from "node:zlib";

export interface Part {
  /** With slashes, in ASCII. */
  name: string;
  bytes: Uint8Array;
  /** The bytes by DEFLATE, without a header. */
  deflated: Uint8Array;
}

/** The earliest day that a ZIP can say, 1 January 1980 at midnight: the same for all, wherever and whenever it is made. */
const DAY = 0x21;
const STORED = 0;
const DEFLATED = 8;
/** 2.0, the first that knows DEFLATE. */
const VERSION = 20;

/** A ZIP archive (APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16) of parts that are packed already. */
export function archive(parts: readonly Part[]): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, deflated } of parts) {
    const [method, content] = deflated.length < bytes.length ? [DEFLATED, deflated] : [STORED, bytes];
    const about = Buffer.concat([
      shorts(VERSION, 0, method, 0, DAY),
      longs(crc32(bytes), content.length, bytes.length),
      shorts(name.length, 0),
    ]);
    const path = Buffer.from(name, "ascii");
    const before = Buffer.concat([longs(0x04034b50), about, path]);
    central.push(longs(0x02014b50), shorts(VERSION), about, shorts(0, 0, 0), longs(0, offset), path);
    local.push(before, Buffer.from(content));
    offset += before.length + content.length;
  }
  const directory = Buffer.concat(central);
  const count = parts.length;
  const end = [longs(0x06054b50), shorts(0, 0, count, count), longs(directory.length, offset), shorts(0)];
  return new Uint8Array(Buffer.concat([...local, directory, ...end]));
}

function shorts(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2);
  for (const [place, value] of values.entries()) buffer.writeUInt16LE(value, place * 2);
  return buffer;
}

function longs(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  for (const [place, value] of values.entries()) buffer.writeUInt32LE(value, place * 4);
  return buffer;
}
