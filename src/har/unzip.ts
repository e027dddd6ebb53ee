import { BadInput } from "./bad-input.js";

/** One file of a ZIP archive, as its directory describes it. */
export interface ZipEntry {
  name: string;
  method: number;
  compressed: number;
  size: number;
  offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;

/** The directory stands at the end of the archive; PKWARE's APPNOTE.TXT, 4.3.12 and 4.3.16. */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0)
    throw new BadInput("This is a ZIP archive whose end is missing; send it again, or give the .har file inside.");
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) break;
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ];
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)),
      method: view.getUint16(at + 10, true),
      compressed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  return -1;
}

export async function readZipEntry(bytes: Uint8Array, entry: ZipEntry, most?: number): Promise<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length) throw new BadInput("This is a damaged ZIP archive; give the .har file inside.");
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const held = bytes.subarray(start, start + entry.compressed);
  if (entry.method === STORED) return held;
  if (entry.method !== DEFLATED)
    throw new BadInput("This ZIP archive is encrypted or of a rare kind; give the .har file inside.");
  return inflate(held, "deflate-raw", most);
}

/** More than a string can hold is no use to the reader, and a small archive may hold anything. */
const MOST_BYTES = 512 * 1024 * 1024;

/** What can be unpacked of it: a stream that breaks off gives what came before. Past `most` bytes it stops. */
export async function inflate(
  bytes: Uint8Array,
  format: "gzip" | "deflate-raw",
  most = MOST_BYTES,
): Promise<Uint8Array> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream(format));
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > most) break;
      parts.push(value);
    }
  } catch {
    if (size === 0) throw new BadInput("This is packed, but damaged from the beginning; pack it again.");
  }
  if (size > most) {
    await reader.cancel();
    throw new BadInput(
      `Unpacked, this is larger than ${Math.round(most / 1024 / 1024)} MiB, which is too large to be read at once.`,
    );
  }
  return joined(parts, size);
}

function joined(parts: Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
