import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { pageLoad } from "./page-load.js";

const CAPTURES = new URL("../captures/", import.meta.url);

/** A gap between two captures, longer than anything that could join them. */
const GAP_MS = 120_000;

interface Log {
  pages: object[];
  entries: object[];
  _pageEvents: object[];
  _recordedUntil: string;
}

/**
 * Nothing but captures; before each of them the other requests of the page that it was made on; or captures in which made-up
 * secrets stand where the captures, which are redacted, have labels.
 */
export type Contents = "captures" | "page-loads" | "secrets";

/**
 * A HAR of about this many bytes, made of the captures of the real servers, again and again: each time with hosts, ids
 * and times of its own, so that nothing is told twice. Indented, as browsers save it; without the findings in it.
 */
export function largeHar(bytes: number, contents: Contents = "captures"): string {
  const captures = readdirSync(CAPTURES).map((file) => plainCapture(readFileSync(new URL(file, CAPTURES), "utf8")));
  const parts: Log[] = [];
  let at = Date.parse("2026-01-01T00:00:00Z");
  for (let size = 0, nth = 0; size < bytes; nth += 1) {
    const text = captures[nth % captures.length] ?? "";
    const { moved, endsAt } = again(text, nth, at);
    const part = JSON.parse(moved) as Log;
    if (contents === "page-loads") size += surround(part, nth, at);
    at = endsAt + GAP_MS;
    parts.push(part);
    size += moved.length;
  }
  const log = {
    version: "1.2",
    creator: { name: "Handshake Triage bench", version: "1" },
    pages: parts.flatMap(({ pages }) => pages),
    entries: parts.flatMap(({ entries }) => entries),
    _pageEvents: parts.flatMap(({ _pageEvents }) => _pageEvents),
    _recordedUntil: new Date(at).toISOString(),
  };
  const text = `${JSON.stringify({ log }, null, 2)}\n`;
  return contents === "secrets" ? text.replace(WHOLE_LABEL, secretOf) : text;
}

const WHOLE_LABEL = /(?:\[|%5B|%255B)([a-z]+-\d+)(?:;|%3B|%253B)([\d,]+)B.*?(?:\]|%5D|%255D)/g;
const LONGEST_SECRET = 400;

/** The same for the same label, of its length, in letters that are the same in a URL, in JSON and in base64. */
function secretOf(_: string, name: string, bytes: string): string {
  const length = Math.min(Number(bytes.replaceAll(",", "")), LONGEST_SECRET);
  let secret = "";
  while (secret.length < length)
    secret += createHash("sha256")
      .update(name + secret.length)
      .digest("base64")
      .replace(/\W/g, "");
  return secret.slice(0, length);
}

/** Puts a page load before what the page then asked for; returns its length. */
function surround(part: Log, nth: number, at: number): number {
  const page = `bench-page-${nth}`;
  const entries = pageLoad(`page-${nth}.test`, page, at - GAP_MS / 2);
  part.entries.unshift(...entries);
  part.pages.unshift({
    id: page,
    startedDateTime: new Date(at - GAP_MS / 2).toISOString(),
    title: "",
    pageTimings: {},
  });
  return JSON.stringify(entries, null, 2).length;
}

/** What a browser would have saved: traffic without what was found about it. Indented, as its size counts. */
function plainCapture(text: string): string {
  const { log } = JSON.parse(text, (name, value: unknown) =>
    name === "_handshakeTriage" || name === "comment" ? undefined : value,
  ) as { log: Log };
  return JSON.stringify(log, null, 2);
}

const DATE = /"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)"/g;
/** Seconds since 1970, as messages have them. */
const SECONDS = /"time": (1[789]\d{8}(?:\.\d+)?)/g;
const LABEL = /(\[|%5B|%255B)([a-z]+)-(\d+)(;|%3B|%253B)/g;
/** Within a message or a body the quotes are escaped. */
const PAGE = /("(?:pageref|id)": "[\w-]+)"/g;

function again(text: string, nth: number, at: number): { moved: string; endsAt: number } {
  const dates = [...text.matchAll(DATE)].map(([, date = ""]) => Date.parse(date));
  const by = at - Math.min(...dates);
  const moved = text
    .replace(DATE, (_, date: string) => `"${new Date(Date.parse(date) + by).toISOString()}"`)
    .replace(SECONDS, (_, seconds: string) => `"time": ${(Number(seconds) * 1000 + by) / 1000}`)
    .replace(LABEL, (_, open: string, kind: string, number: string, end: string) => {
      return `${open}${kind}-${Number(number) + nth * 100_000}${end}`;
    })
    .replaceAll(/\b127\.0\.0\.1:/g, `127.${(nth >> 16) & 255}.${(nth >> 8) & 255}.${(nth & 255) + 1}:`)
    .replaceAll(/\b([a-z-]+)\.test\b/g, `$1-${nth}.test`)
    .replaceAll(PAGE, `$1-${nth}"`);
  return { moved, endsAt: Math.max(...dates) + by };
}
