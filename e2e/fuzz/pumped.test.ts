import { knowledge } from "virtual:knowledge";
import { expect, test } from "vitest";
import { analyse } from "../../src/core/analysis.js";
import { base64Bytes } from "../../src/core/base64.js";
import { originDifference } from "../../src/core/facts/origin-difference.js";
import { handshake, message } from "../../src/core/sample-events.js";
import type { TrafficEvent } from "../../src/core/traffic.js";
import { BadInput } from "../../src/har/bad-input.js";
import { makeSafe, SecretLeft } from "../../src/har/export.js";
import { FILE_FORMATS } from "../../src/har/formats.js";
import { readHar } from "../../src/har/read.js";
import { areCommonWords } from "../../src/report/common-words.js";
import { HARMLESS_HEADERS } from "../../src/report/header-rules.js";
import { createRedactor } from "../../src/report/redact.js";
import { collectSecrets } from "../../src/report/seen-secrets.js";
import { someLeaf } from "../../src/report/text-leaves.js";
import { threadMs } from "../bench/thread-time.js";
import { LONGEST_MS } from "./attempt.js";

const LETTERS = 60_000;

/** Each once made a pattern look at every place of it anew: 20,000 letters took half a second, 200,000 a minute. */
const PUMPS = ["/", "\\", "eyJ", '{"a":', "http://", "=", '"'];

/** A refused negotiation that says the same everywhere. */
function refused(text: string): string {
  const request = {
    method: "POST",
    url: `https://app.test/${text}/negotiate?negotiateVersion=1&x=${text}`,
    headers: [
      { name: "X-SignalR-User-Agent", value: "Microsoft SignalR/10.0" },
      { name: "Cookie", value: text },
    ],
    postData: { mimeType: "text/plain", text },
  };
  const headers = ["WWW-Authenticate", "Location", "Server", "Vary"].map((name) => ({ name, value: text }));
  const content = { size: 1, mimeType: "application/json", text: JSON.stringify({ error: text, other: text }) };
  const response = { status: 401, headers, content };
  return JSON.stringify({
    log: { entries: [{ startedDateTime: "2026-01-01T00:00:00Z", time: 5, request, response }] },
  });
}

test.each(PUMPS)(
  "tens of thousands of %j take no second",
  (pump) => {
    const har = refused(pump.repeat(LETTERS / pump.length));
    const from = threadMs();
    const { events } = readHar(har);
    expect(analyse(events, knowledge).summary.failed).toBe(1);
    for (const level of ["strict", "keep-payloads"] as const) {
      const safe = makeSafe([events], knowledge, { level, salt: 100 });
      const [{ analysis } = { analysis: null }] = safe.recordings;
      if (!analysis) throw new Error("nothing to export");
      refusalOf(() => safe.check(FILE_FORMATS.har(safe, analysis, { version: "0", knowledge, browser: null })));
    }
    // Both levels, and a machine that does other things as well; it took a minute.
    expect(threadMs() - from).toBeLessThan(8 * LONGEST_MS);
  },
  120_000,
);

/** Found by a checker of patterns (`npm run fuzz:patterns`): each took minutes of as much, or would not have ended. */
test.each<[what: string, act: () => unknown]>([
  ["padding amid base64", () => base64Bytes(`${"=".repeat(LETTERS)}a`)],
  ["a HAR within a call that does not end", () => readOrRefuse(`call({"log":{"entries":[]}})${"\t".repeat(LETTERS)}x`)],
  ["slashes after an origin", () => originDifference(`https://a.test${"/".repeat(LETTERS)}x`, "https://a.test")],
  ["quotes without an end", () => collectSecrets([messageOf(`${'\t\\"\\'.repeat(LETTERS / 4)}\u0000`)], true)],
  ["a header's name of one long word", () => areCommonWords("a".repeat(LETTERS))],
  [
    "backslashes before no code",
    () => createRedactor({ level: "keep-payloads" }).redactText(`${"\\".repeat(LETTERS)}u`),
  ],
  [
    "a path's long part",
    () => createRedactor({ level: "keep-payloads" }).redactText(`https://a.test/%41/${"a".repeat(LETTERS)}`),
  ],
  [
    "labels without an end",
    () => createRedactor({ level: "keep-payloads" }).redactText("?a=[a-1;".repeat(LETTERS / 8)),
  ],
  ["quotes that are escaped", () => someLeaf(`{"a":"${'\\"'.repeat(LETTERS)}`, () => false)],
  ["a header's long name", () => collectSecrets([askedWith(`p${"apikey".repeat(LETTERS / 6)}\n`)], true)],
  [
    "brands of browsers",
    () => HARMLESS_HEADERS["sec-ch-ua"]?.test(`"H${'eadlessChrome";v="0","NotAABrand";v="0","H'.repeat(40)}`),
  ],
])("%s take no second", (_, act) => {
  const from = threadMs();
  act();
  expect(threadMs() - from).toBeLessThan(LONGEST_MS);
});

function readOrRefuse(text: string): void {
  try {
    readHar(text);
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
  }
}

function messageOf(text: string): TrafficEvent {
  return message("s", 1, text);
}

function askedWith(name: string): TrafficEvent {
  return { ...handshake("s"), requestHeaders: [{ name, value: "x" }] };
}

/** A "secret" of nothing but marks stands in other places, too: then no export is written, which is an answer. */
function refusalOf(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof SecretLeft)) throw error;
  }
}
