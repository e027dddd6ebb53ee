import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { knowledge } from "virtual:knowledge";
import { describe, expect, it } from "vitest";
import { createRandom, type Random } from "../report/testing/random.js";
import { BadInput } from "./bad-input.js";
import { makeSafe } from "./export.js";
import { FILE_FORMATS } from "./formats.js";
import { readHar } from "./read.js";
import { schemaFaultsOf } from "./testing/published-schema.js";
import { unpack } from "./unpack.js";

const CAPTURES = resolve("e2e/captures");
const NAMES = readdirSync(CAPTURES);
/** Small ones: what counts is their variety. */
const CAPTURED = NAMES.map((name) => readFileSync(resolve(CAPTURES, name), "utf8")).filter(
  ({ length }) => length < 40_000,
);

/** `HANDSHAKE_TRIAGE_MUTATIONS=10000` takes more. */
const MUTATIONS = Number(process.env.HANDSHAKE_TRIAGE_MUTATIONS ?? 150);
const SEED = 20_261_126;

/** What stands where something else belongs. */
const ODD: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1e300,
  -5e-324,
  "",
  " ",
  "0",
  "-1",
  "NaN",
  "x".repeat(5000),
  "\ud800",
  "\u0000",
  "é😀",
  [],
  [null],
  [[[]]],
  {},
  { name: null },
  { toString: 1 },
  { __proto__: null, constructor: "x" },
  "2026-13-45T99:99:99Z",
  "0001-01-01T00:00:00",
  "Thu, 01 Jan 1970",
  "http://",
  "//",
  "ws://[::1",
  "https://%zz/%",
  "data:,x",
  "blob:null/1",
  ":",
  "%5Bid-1%3B1B%5D",
  "[token-1;5B]",
  "[token-1;5B;aud=%]",
  "42[",
  "0{",
  `${"[".repeat(3000)}`,
  "\u001e\u001e",
  "b".repeat(40),
];

function pick<T>(random: Random, from: readonly T[]): T {
  return from[random.below(from.length)] as T;
}

/** Puts something odd in place of a value anywhere, takes a field away, renames it, or says a thing of a list twice. */
function mutate(random: Random, value: unknown, depth = 0): unknown {
  const isEnough = depth > 2 && random.below(4) === 0;
  if (typeof value !== "object" || value === null || isEnough) return pick(random, ODD);
  if (Array.isArray(value)) {
    if (value.length === 0) return [pick(random, ODD)];
    const at = random.below(value.length);
    if (random.below(6) === 0) return value.toSpliced(at, 1);
    if (random.below(6) === 0) return value.toSpliced(at, 0, value[at]);
    if (random.below(12) === 0) return Object.fromEntries(value.map((each, index) => [String(index), each]));
    return value.with(at, mutate(random, value[at], depth + 1));
  }
  const names = Object.keys(value);
  if (names.length === 0) return pick(random, ODD);
  const name = pick(random, names);
  const { [name]: held, ...rest } = value as Record<string, unknown>;
  if (random.below(8) === 0) return rest;
  if (random.below(12) === 0) return { ...rest, [name.toUpperCase()]: held };
  return { ...value, [name]: mutate(random, held, depth + 1) };
}

/** A file as it may arrive: whole, cut anywhere, with a few bytes changed, packed. */
function damaged(random: Random, text: string): Uint8Array {
  const bytes = Buffer.from(text);
  const way = random.below(8);
  if (way === 0) return bytes.subarray(0, random.below(bytes.length));
  if (way === 1) for (let times = 0; times < 4; times += 1) bytes[random.below(bytes.length)] = random.below(256);
  if (way === 2) return Buffer.from(text, "utf16le").subarray(0, 2 * random.below(text.length));
  if (way === 3) {
    const packed = gzipSync(bytes);
    return packed.subarray(0, random.below(packed.length));
  }
  return bytes;
}

async function exported(bytes: Uint8Array): Promise<string> {
  const { text } = await unpack(bytes);
  const { events } = readHar(text);
  const safe = makeSafe([events], knowledge, {});
  const analysis = safe.recordings[0]?.analysis;
  if (!analysis) throw new Error("no recording");
  const file = FILE_FORMATS.har(safe, analysis, { version: "1", knowledge, browser: null });
  safe.check(file);
  return file;
}

/** A request's address that was none is still none. */
function isOfOurs(fault: string): boolean {
  return !/request\.url: should match format "uri"/.test(fault);
}

describe("a HAR in which anything may be anything", { timeout: 600_000 }, () => {
  it(`is read and exported, or refused in one line: ${MUTATIONS} of them`, async () => {
    const random = createRandom(SEED);
    const told = { read: 0, refused: 0 };
    for (let number = 1; number <= MUTATIONS; number += 1) {
      let har = JSON.parse(pick(random, CAPTURED));
      for (let times = 1 + random.below(6); times > 0; times -= 1) {
        const entries: unknown = har?.log?.entries;
        if (!Array.isArray(entries) || random.below(12) === 0) har = mutate(random, har);
        else har.log.entries = entries.map((each: unknown) => (random.below(2) ? mutate(random, each, 1) : each));
      }
      const bytes = damaged(random, JSON.stringify(har));
      const startedAt = performance.now();
      const outcome = await exported(bytes).catch((error: unknown) => error);
      const about = `mutation ${number} of seed ${SEED}`;
      if (outcome instanceof Error) {
        if (!(outcome instanceof BadInput)) throw new Error(`${about}: ${outcome.stack}`);
        expect(outcome.message, about).toMatch(/^[^\n]{10,400}$/);
        told.refused += 1;
      } else {
        expect(schemaFaultsOf(String(outcome)).filter(isOfOurs), about).toEqual([]);
        told.read += 1;
      }
      expect(performance.now() - startedAt, about).toBeLessThan(20_000);
    }
    expect(told.read).toBeGreaterThan(MUTATIONS / 2);
    expect(told.refused).toBeGreaterThan(0);
  });
});
