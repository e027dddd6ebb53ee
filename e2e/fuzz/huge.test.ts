import { knowledge } from "virtual:knowledge";
import { expect, test } from "vitest";
import { analyse } from "../../src/core/analysis.js";
import { BadInput } from "../../src/har/bad-input.js";
import { makeSafe } from "../../src/har/export.js";
import { FILE_FORMATS } from "../../src/har/formats.js";
import { readHar } from "../../src/har/read.js";

const LONG = 10_000_000;
const DEEP = 100_000;
const PATIENCE_MS = 120_000;

interface Entry {
  [name: string]: unknown;
}

const REQUEST = {
  method: "POST",
  url: "https://app.test/chat/negotiate?negotiateVersion=1",
  headers: [],
  httpVersion: "h2",
};
const REFUSED: Entry = {
  startedDateTime: "2026-01-01T00:00:00.000Z",
  time: 5,
  request: REQUEST,
  response: { status: 401, headers: [], content: { size: 2, mimeType: "text/plain", text: "no" } },
};

const harOf = (entries: string) => `{"log":{"version":"1.2","entries":[${entries}]}}`;
const withRequest = (changed: Entry) => JSON.stringify({ ...REFUSED, request: { ...REQUEST, ...changed } });

/** Read, diagnosed, redacted and written, as far as it is a recording at all. */
function failuresIn(har: string): number {
  const { events } = readHar(har);
  const { failed } = analyse(events, knowledge).summary;
  const safe = makeSafe([events], knowledge, { level: "strict", salt: 100 });
  const analysis = safe.recordings[0]?.analysis ?? analyse([], knowledge);
  readHar(FILE_FORMATS.har(safe, analysis, { version: "0", knowledge, browser: null }));
  return failed;
}

const long = "long ".repeat(LONG / 5);
const url = "https://app.test/chat/negotiate?negotiateVersion=1";

test.each<[string, string]>([
  ["a body", withRequest({ postData: { mimeType: "application/json", text: long } })],
  ["a query", withRequest({ url: `${url}&x=${long.replaceAll(" ", "%20")}` })],
  ["a header", withRequest({ headers: [{ name: "Cookie", value: long }] })],
  ["a header's name", withRequest({ headers: [{ name: long.replaceAll(" ", ""), value: "x" }] })],
  ["a comment", JSON.stringify({ ...REFUSED, comment: long })],
])("%s of ten million letters loses no card", (_, entry) => expect(failuresIn(harOf(entry))).toBe(1), PATIENCE_MS);

test(
  "a hundred thousand headers of one answer lose no card",
  () => {
    const headers = Array.from({ length: 100_000 }, (_, number) => ({ name: `x-${number}`, value: `value ${number}` }));
    const entry = JSON.stringify({ ...REFUSED, response: { status: 401, headers, content: { size: 0 } } });
    expect(failuresIn(harOf(entry))).toBe(1);
  },
  PATIENCE_MS,
);

/** What is nested deeper than any reader goes is refused in words, or what holds it counts as not told. */
test.each<[string, (nested: string) => string]>([
  ["the log", (nested) => `{"log":${nested}}`],
  ["an entry", (nested) => harOf(`${JSON.stringify(REFUSED)},${nested}`)],
  ["a field that nobody knows", (nested) => harOf(`${JSON.stringify(REFUSED).slice(0, -1)},"_x":${nested}}`)],
  ["headers", (nested) => harOf(withRequest({ headers: "HERE" }).replace('"HERE"', nested))],
  ["a message", (nested) => harOf(withRequest({ postData: { text: nested } }))],
])("%s nested a hundred thousand deep is read or refused", (_, place) => {
  for (const nested of [
    `${"[".repeat(DEEP)}${"]".repeat(DEEP)}`,
    `${'{"__proto__":'.repeat(DEEP)}1${"}".repeat(DEEP)}`,
  ])
    expect(refusalOf(() => failuresIn(place(nested)))).toBeOneOf([null, BadInput]);
});

test(
  "a million entries of any shape lose no card",
  () => {
    const odd = ["null", "{}", "7", '"x"', "[]", '{"__proto__":{}}', '{"request":{"url":"constructor"}}'];
    const entries = Array.from({ length: 1_000_000 }, (_, number) => odd[number % odd.length]);
    entries[500_000] = JSON.stringify(REFUSED);
    expect(failuresIn(harOf(entries.join(",")))).toBe(1);
  },
  PATIENCE_MS,
);

function refusalOf(act: () => unknown): unknown {
  try {
    act();
    return null;
  } catch (error) {
    return error instanceof Error ? error.constructor : error;
  }
}
