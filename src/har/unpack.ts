import { BadInput } from "./bad-input.js";
import { withPlainBodies } from "./packed-bodies.js";
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
  const { text, notes } = await unpackAll(bytes, most, 0);
  return { text: await withPlainBodies(text), notes };
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
  // Beside what was sent and answered lies a web page that lists it, which is no recording.
  if (entries.some(({ name }) => /^raw\/\d+_[cs]\.txt$/.test(name)))
    throw new BadInput("This is an archive of Fiddler; in Fiddler choose File, Export Sessions, HTTPArchive.");
  const named = (pattern: RegExp) =>
    entries.filter(({ name }) => pattern.test(name) && !/(^|\/)(?:__MACOSX|\.)/.test(name));
  const [found, ...others] =
    [named(/\.har$/i), named(/\.har\.gz$/i), named(/\.(?:json|html?)$/i)].find((each) => each.length > 0) ?? [];
  if (!found) {
    const first = entries[0] ? ` (it begins with ${entries[0].name})` : "";
    throw new BadInput(`This is a ZIP archive without a .har file in it${first}.`);
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
  ["a database (SQLite)", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
];

const CAPTURES: typeof SIGNATURES = [
  ["pcap", [0xd4, 0xc3, 0xb2, 0xa1]],
  ["pcapng", [0x0a, 0x0d, 0x0d, 0x0a]],
];

const ARCHIVES: typeof SIGNATURES = [
  ["a 7z", [0x37, 0x7a, 0xbc, 0xaf]],
  ["a RAR", [0x52, 0x61, 0x72, 0x21]],
  ["an xz", [0xfd, 0x37, 0x7a, 0x58]],
  ["a zstd", [0x28, 0xb5, 0x2f, 0xfd]],
  ["a bzip2", [0x42, 0x5a, 0x68]],
];

/** A tar archive has no first bytes of its own: its first header says so where POSIX's ustar has it. */
const USTAR: (typeof SIGNATURES)[number] = ["a tar", [0x75, 0x73, 0x74, 0x61, 0x72]];
const USTAR_AT = 257;

function refuseBinary(bytes: Uint8Array): void {
  const begins = (known: typeof SIGNATURES, at = 0) =>
    known.find(([, signature]) => signature.every((byte, index) => bytes[at + index] === byte))?.[0];
  const other = begins(SIGNATURES);
  if (other) throw new BadInput(`This is ${other}, neither a HAR nor a log.`);
  const capture = begins(CAPTURES);
  if (capture)
    throw new BadInput(
      `This is a packet capture (${capture}), not a HAR; a browser's HAR holds what is needed, decrypted.`,
    );
  const archive = begins(ARCHIVES) ?? begins([USTAR], USTAR_AT);
  if (archive) throw new BadInput(`This is ${archive} archive; unpack it first.`);
}

/** Text in the encoding that its byte order mark names, or that its noughts show; UTF-8 otherwise. */
function decode(bytes: Uint8Array): string {
  refuseBinary(bytes);
  const text = decoded(bytes);
  if (isBinary(text)) throw new BadInput("This is binary data, neither a HAR nor a log.");
  return text;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder(encodingOf(bytes)).decode(bytes);
  } catch (error) {
    throw new BadInput(`too large to be read at once (${error instanceof Error ? error.message : String(error)})`);
  }
}

/**
 * A log in another encoding has letters that cannot be read, and one that was cut short while it was written begins with
 * noughts; random bytes are unreadable by more than half.
 */
function isBinary(text: string): boolean {
  const head = text.slice(0, 100_000).replace(/^\0+/, "").slice(0, 8000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is counted
  const unreadable = head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  return unreadable > head.length * 0.4;
}

function encodingOf([first, second, third, fourth]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (second === 0 && fourth === 0 && first) return "utf-16le";
  return first === 0 && third === 0 && second ? "utf-16be" : "utf-8";
}
