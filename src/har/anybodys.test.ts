import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { deflateRawSync, gzipSync } from "node:zlib";
import { knowledge } from "virtual:knowledge";
import { describe, expect, it, vi } from "vitest";
import { analyse } from "../core/analysis.js";
import { seeded } from "../core/testing/seeded.js";
import { BadInput } from "./bad-input.js";
import { readHar } from "./read.js";
import { unpack } from "./unpack.js";
import { inflate } from "./unzip.js";

const CAPTURE = readFileSync(resolve("e2e/captures/signalr-negotiate-not-found.har"));

function packedTimes(times: number): Uint8Array {
  return times === 0 ? CAPTURE : gzipSync(packedTimes(times - 1));
}

async function read(bytes: Uint8Array) {
  const { text, notes } = await unpack(bytes);
  const reading = readHar(text);
  const { cards } = analyse(reading.events, knowledge);
  return { causes: cards.map(({ causes: [best] }) => best?.cause), notes: [...notes, ...reading.notes], reading };
}

/** The least of a ZIP archive; checksums are not looked at. */
function zip(files: Record<string, Uint8Array>, method: 0 | 8 = 8): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, data] of Object.entries(files)) {
    const held = method === 8 ? deflateRawSync(data) : Buffer.from(data);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(method, 8);
    head.writeUInt16LE(name.length, 26);
    const local = Buffer.concat([head, Buffer.from(name), held]);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(held.length, 20);
    entry.writeUInt32LE(data.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, Buffer.from(name));
    locals.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, list, end]);
}

/** The head of POSIX's ustar, as far as it is looked at. */
function tar(name: string, data: Uint8Array): Uint8Array {
  const head = Buffer.alloc(512);
  head.write(name);
  head.write("ustar", 257);
  return Buffer.concat([head, data]);
}

function packedBody(): string {
  return gzipSync('{"code":5,"message":"Unsupported protocol version"}').toString("base64");
}

function randomBytes(): Uint8Array {
  const random = seeded(23);
  return Uint8Array.from({ length: 10_000 }, () => random() * 256);
}

function utf16(bytes: Uint8Array, isBigEndian: boolean, mark: boolean): Uint8Array {
  const text = Buffer.from((mark ? "\uFEFF" : "") + Buffer.from(bytes).toString("utf8"), "utf16le");
  return isBigEndian ? text.swap16() : text;
}

describe("a HAR as somebody sends it", () => {
  it.each<[string, Uint8Array]>([
    ["as it is", CAPTURE],
    ["with a byte order mark", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), CAPTURE])],
    ["in UTF-16 with a mark", utf16(CAPTURE, false, true)],
    ["in UTF-16, big end first, with a mark", utf16(CAPTURE, true, true)],
    ["in UTF-16 without a mark", utf16(CAPTURE, false, false)],
    ["in UTF-16, big end first, without a mark", utf16(CAPTURE, true, false)],
    ["packed by gzip", gzipSync(CAPTURE)],
    ["packed by gzip twice", gzipSync(gzipSync(CAPTURE))],
    ["in a ZIP archive", zip({ "readme.txt": Buffer.from("hello"), "logs/a.har": CAPTURE })],
    ["in a ZIP archive, not compressed", zip({ "a.har": CAPTURE }, 0)],
    ["packed by gzip in a ZIP archive", zip({ "a.har.gz": gzipSync(CAPTURE) })],
    ["as a call of a function", Buffer.from(`onInputData(${CAPTURE.toString()});`)],
    ["as the log alone", Buffer.from(JSON.stringify(JSON.parse(CAPTURE.toString()).log))],
  ])("%s is read", async (_, bytes) => {
    expect(await read(bytes)).toMatchObject({ causes: ["wrong-endpoint"], notes: [] });
  });

  it("in an archive of several says which one was read", async () => {
    const { notes } = await read(zip({ "a.har": CAPTURE, "b.har": CAPTURE, "__MACOSX/._a.har": CAPTURE }));
    expect(notes).toEqual(["The archive holds 2 recordings; a.har was read."]);
  });

  it("of Playwright has its bodies back from the files beside it, and a damaged one costs that body alone", async () => {
    const asked = (file: string) => ({
      startedDateTime: "2026-01-01T00:00:00Z",
      time: 1,
      request: { method: "GET", url: "https://app.test/socket.io/?EIO=3&transport=polling", headers: [] },
      response: { status: 400, headers: [], content: { size: 1, mimeType: "application/json", _file: file } },
    });
    const attached = (file: string) => Buffer.from(JSON.stringify({ log: { version: "1.2", entries: [asked(file)] } }));
    const body = Buffer.from('{"code":5,"message":"Unsupported protocol version"}');
    const whole = await read(
      zip({ "run/har.har": attached("a1.json"), "a1.json": Buffer.from("x"), "run/a1.json": body }),
    );
    expect(whole).toMatchObject({ causes: ["eio3-not-allowed"], notes: [] });
    const archive = Buffer.from(zip({ "har.har": attached("a1.json"), "a1.json": body }));
    const packed = deflateRawSync(body);
    archive.fill(0xff, archive.indexOf(packed), archive.indexOf(packed) + packed.length);
    expect((await read(archive)).causes).toEqual([undefined]);
  });

  it.each<[string, string, string | undefined, string | undefined]>([
    ["has its bodies back that were kept compressed", packedBody(), "base64", "eio3-not-allowed"],
    ["keeps what only looks compressed as it is", "H4sIAAAA", "base64", undefined],
    ["keeps a text that a server had packed itself", packedBody(), undefined, undefined],
  ])("%s", async (_, body, encoding, cause) => {
    const entry = {
      startedDateTime: "2026-01-01T00:00:00Z",
      time: 1,
      request: { method: "GET", url: "https://app.test/socket.io/?EIO=3&transport=polling", headers: [] },
      response: { status: 400, headers: [], content: { size: 51, mimeType: "application/json", text: body, encoding } },
    };
    const { causes, reading } = await read(Buffer.from(JSON.stringify({ log: { version: "1.2", entries: [entry] } })));
    expect(causes).toEqual([cause]);
    const exchange = reading.events.find(({ kind }) => kind === "exchange");
    if (cause === undefined) expect(exchange).toMatchObject({ responseBody: { text: body } });
  });

  it("cut off anywhere gives what is whole, and says what is lost", async () => {
    const text = readFileSync(resolve("e2e/captures/signalr-healthy-long-polling.har"), "utf8");
    const all = readHar(text).events.filter(({ kind }) => kind === "exchange").length;
    for (const part of [0.3, 0.5, 0.9]) {
      const { reading, notes } = await read(Buffer.from(text.slice(0, text.length * part)));
      const kept = reading.events.filter(({ kind }) => kind === "exchange").length;
      expect(kept).toBeGreaterThan(0);
      expect(kept).toBeLessThan(all);
      expect(notes[0]).toMatch(new RegExp(`^The file breaks off: ${kept} requests? w`));
    }
    const packed = gzipSync(text);
    expect((await read(packed.subarray(0, packed.length / 2))).notes[0]).toMatch(/breaks off/);
  });

  it.each([
    ["behind one another", CAPTURE.toString().repeat(2)],
    ["one a line", `${JSON.stringify(JSON.parse(CAPTURE.toString()))}\n`.repeat(2)],
  ])("several in one file, %s, are all read", async (_, text) => {
    const { entries } = JSON.parse(CAPTURE.toString()).log;
    const { reading, notes } = await read(Buffer.from(text));
    const count = 2 * entries.length;
    expect(reading.events.filter(({ kind }) => kind === "exchange")).toHaveLength(count);
    expect(notes).toEqual([
      `The file holds 2 recordings, one behind the other: ${count} requests were whole and read.`,
    ]);
  });

  it("damaged in the middle loses no more than the damaged request", async () => {
    const text = JSON.stringify(
      JSON.parse(readFileSync(resolve("e2e/captures/signalr-healthy-long-polling.har"), "utf8")),
    );
    const { notes } = await read(Buffer.from(text.replace('"method":"POST"', '"method":}POST"'.replace("}", "@"))));
    expect(notes[0]).toMatch(/^The file is damaged: \d+ requests were whole and read, 1 was not\.$/);
  });
});

describe("what is no HAR is called by its name in one line", () => {
  it.each<[string, Uint8Array, RegExp]>([
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), /a picture \(PNG\)/],
    ["a PDF", Buffer.from("%PDF-1.7"), /a PDF/],
    ["a packet capture", Buffer.from([0xd4, 0xc3, 0xb2, 0xa1, 2, 0]), /a packet capture/],
    [
      "an archive without a HAR",
      zip({ "notes.txt": Buffer.from("x") }),
      /without a \.har file in it \(it begins with notes\.txt\)/,
    ],
    ["an archive of Fiddler", zip({ "raw/1_c.txt": Buffer.from("GET / HTTP/1.1") }), /archive of Fiddler/],
    [
      "an archive of Fiddler with its list of sessions",
      zip({ "_index.htm": Buffer.from("<html>"), "raw/1_c.txt": Buffer.from("GET / HTTP/1.1") }),
      /archive of Fiddler/,
    ],
    ["a bzip2 archive", Buffer.from("BZh91AY"), /^This is a bzip2 archive; unpack it first\.$/],
    ["a tar archive", tar("a.har", CAPTURE), /^This is a tar archive; unpack it first\.$/],
    ["a packed tar archive", gzipSync(tar("a.har", CAPTURE)), /^This is a tar archive; unpack it first\.$/],
    ["random bytes", randomBytes(), /^This is binary data, neither a HAR nor a log\.$/],
    ["an archive that breaks off", zip({ "a.har": CAPTURE }).subarray(0, 60), /ZIP archive whose end is missing/],
    ["nonsense after gzip's first bytes", Buffer.from([0x1f, 0x8b, 1, 2, 3, 4, 5]), /damaged from the beginning/],
    ["a command", Buffer.from("curl 'https://a.test'"), /a copied command/],
    ["a session of Charles", Buffer.from('[{"protocolVersion":"HTTP/1.1"}]'), /session of Charles/],
    ["nothing", Buffer.from(""), /nothing in it/],
    ["what is packed again and again, as an archive that holds itself", packedTimes(9), /packed more than 4 times/],
  ])("%s", async (_, bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(BadInput);
    await expect(read(bytes)).rejects.toThrow(message);
    await expect(read(bytes)).rejects.toThrow(/^[^\n]*$/);
  });
});

it.each<[string, Uint8Array]>([
  ["another encoding", Buffer.from(`${"\xfcber \xe4nderung ".repeat(50)}\n`, "latin1")],
  ["noughts, where it was cut short while it was written", Buffer.from(`${"\0".repeat(9000)}info: all is well\n`)],
])("a log with letters of %s is a text", async (_, bytes) => {
  expect((await unpack(bytes)).text.length).toBeGreaterThan(500);
});

describe("what unpacks to more than can be read at once", () => {
  const MIB = 1024 * 1024;
  const much = Buffer.alloc(MIB + 1, " ");

  it.each<[string, Uint8Array]>([
    ["packed by gzip", gzipSync(much)],
    ["packed by gzip twice", gzipSync(gzipSync(much))],
    ["in a ZIP archive", zip({ "a.har": much })],
    ["packed by gzip in a ZIP archive", zip({ "a.har.gz": gzipSync(much) })],
    ["beyond the size that the archive names", lyingZip(much)],
  ])("%s, is refused by its size", async (_, bytes) => {
    expect(bytes.length).toBeLessThan(10_000);
    await expect(unpack(bytes, MIB)).rejects.toThrow(BadInput);
    await expect(unpack(bytes, MIB)).rejects.toThrow(/^Unpacked, this is larger than 1 MiB/);
    await expect(unpack(bytes, MIB + 1)).resolves.toMatchObject({ notes: [] });
  });
});

/** An archive whose directory says that its file is small. */
function lyingZip(data: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip({ "a.har": data }));
  bytes.writeUInt32LE(10, bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24);
  return bytes;
}

/** HARs from public repositories, where somebody has put them beside the project. */
const REAL = resolve("../shared/har");

describe.skipIf(!existsSync(REAL))("files that real programs wrote", () => {
  const files = existsSync(REAL) ? readdirSync(REAL) : [];

  it.each(files)("%s is read or refused, and gives no false card", async (name) => {
    const reading = await read(readFileSync(resolve(REAL, name))).catch((error: unknown) => error);
    if (reading instanceof Error) {
      expect(reading).toBeInstanceOf(BadInput);
      expect(reading.message).toMatch(/^[^\n]{10,300}$/);
      return;
    }
    expect(reading).toMatchObject({ causes: [] });
  });
});

it("a bomb is unpacked no further than the limit", async () => {
  let pulled = 0;
  class Bomb {
    readonly writable = new WritableStream();
    readonly readable = new ReadableStream({
      pull(chunks) {
        pulled += 1;
        if (pulled < 100) chunks.enqueue(new Uint8Array(1024));
        else chunks.close();
      },
    });
  }
  vi.stubGlobal("DecompressionStream", Bomb);
  await expect(inflate(new Uint8Array(2), "gzip", 4096)).rejects.toThrow(/too large to be read/);
  vi.unstubAllGlobals();
  expect(pulled).toBeLessThan(10);
});
