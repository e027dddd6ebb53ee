import { BadInput } from "./bad-input.js";
import { LONGEST_BODY, withSideFiles } from "./side-files.js";
import { inflate, readZipDirectory, readZipEntry, type ZipEntry } from "./unzip.js";

/** The text of a recording, and what the reader of the report should know about how it came. */
export interface Unpacked {
  text: string;
  notes: string[];
}

/**
 * A file as somebody sent it: gzip and ZIP are unpacked, as far as `most` bytes, UTF-16 and byte order marks understood.
 */
export async function unpack(bytes: Uint8Array, most?: number): Promise<Unpacked> {
  return unpackAll(bytes, most, 0);
}

/** Nobody packs more often; and there are archives that hold themselves. */
const DEEPEST = 4;

async function unpackAll(bytes: Uint8Array, most: number | undefined, depth: number): Promise<Unpacked> {
  const [first, second] = bytes;
  const isGzip = first === 0x1f && second === 0x8b;
  const isZip = first === 0x50 && second === 0x4b && (bytes[2] ?? 9) < 9;
  if (!isGzip && !isZip) return { text: decode(bytes), notes: [] };
  if (depth >= DEEPEST) throw new BadInput(`This is packed more than ${DEEPEST} times; unpack it first.`);
  return isGzip ? unpackAll(await inflate(bytes, "gzip", most), most, depth + 1) : fromZip(bytes, most, depth + 1);
}

async function fromZip(bytes: Uint8Array, most: number | undefined, depth: number): Promise<Unpacked> {
  const entries = readZipDirectory(bytes);
  const named = (pattern: RegExp) =>
    entries.filter(({ name }) => pattern.test(name) && !/(^|\/)(?:__MACOSX|\.)/.test(name));
  const [found, ...others] =
    [named(/\.har$/i), named(/\.har\.gz$/i), named(/\.(?:json|html?)$/i)].find((each) => each.length > 0) ?? [];
  if (!found) {
    const isFiddler = entries.some(({ name }) => /^raw\/\d+_[cs]\.txt$/.test(name));
    throw new BadInput(
      isFiddler
        ? "This is an archive of Fiddler; in Fiddler choose File, Export Sessions, HTTPArchive."
        : `This is a ZIP archive without a .har file in it${entries[0] ? ` (it begins with ${entries[0].name})` : ""}.`,
    );
  }
  const inner = await unpackAll(await readZipEntry(bytes, found, most), most, depth);
  const beside = (name: string) => besideIn(bytes, entries, found, name);
  const left = others.length > 0 ? [`The archive holds ${others.length + 1} recordings; ${found.name} was read.`] : [];
  return { text: await withSideFiles(inner.text, beside), notes: [...left, ...inner.notes] };
}

/** A file of the archive beside the recording; null where there is none, or one larger than any handshake's body. */
async function besideIn(bytes: Uint8Array, entries: ZipEntry[], found: ZipEntry, name: string) {
  const path = found.name.slice(0, found.name.lastIndexOf("/") + 1) + name;
  const entry = entries.find((each) => each.name === path);
  return entry && entry.size <= LONGEST_BODY ? readZipEntry(bytes, entry, LONGEST_BODY) : null;
}

/** What begins like this is no text at all. */
const SIGNATURES: readonly [what: string, bytes: number[]][] = [
  ["a picture (PNG)", [0x89, 0x50, 0x4e, 0x47]],
  ["a picture (JPEG)", [0xff, 0xd8, 0xff]],
  ["a picture (GIF)", [0x47, 0x49, 0x46, 0x38]],
  ["a PDF", [0x25, 0x50, 0x44, 0x46]],
  ["a packet capture (pcap); a browser's HAR holds what is needed, decrypted", [0xd4, 0xc3, 0xb2, 0xa1]],
  ["a packet capture (pcapng); a browser's HAR holds what is needed, decrypted", [0x0a, 0x0d, 0x0d, 0x0a]],
  ["a 7z archive; unpack it first", [0x37, 0x7a, 0xbc, 0xaf]],
  ["a RAR archive; unpack it first", [0x52, 0x61, 0x72, 0x21]],
  ["an xz archive; unpack it first", [0xfd, 0x37, 0x7a, 0x58]],
  ["a zstd archive; unpack it first", [0x28, 0xb5, 0x2f, 0xfd]],
  ["a bzip2 archive; unpack it first", [0x42, 0x5a, 0x68]],
  ["a database (SQLite)", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
];

/** Text in the encoding that its byte order mark names, or that its noughts show; UTF-8 otherwise. */
function decode(bytes: Uint8Array): string {
  const known = SIGNATURES.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte));
  if (known) throw new BadInput(`This is ${known[0]}, not a HAR.`);
  try {
    return new TextDecoder(encodingOf(bytes)).decode(bytes);
  } catch (error) {
    throw new BadInput(`too large to be read at once (${error instanceof Error ? error.message : String(error)})`);
  }
}

function encodingOf([first, second, third, fourth]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (second === 0 && fourth === 0 && first) return "utf-16le";
  return first === 0 && third === 0 && second ? "utf-16be" : "utf-8";
}
