import { unzipSync } from "node:zlib";
import type { Planted } from "./planted-har.js";

const HEAD = 6;
const BEGINNINGS = 1 << 18;

/** Most places are ruled out by their first three letters. */
function beginning(text: string, at: number): number {
  const sum = text.charCodeAt(at) * 4099 + text.charCodeAt(at + 1) * 67 + text.charCodeAt(at + 2);
  return sum & (BEGINNINGS - 1);
}

/** The planted secrets that still stand in a file, in its bytes or in any decoding of them. */
export function findPlanted(file: string, planted: readonly Planted[]): Planted[] {
  const byHead = new Map<string, [piece: string, whose: Planted][]>();
  for (const each of planted) {
    for (const piece of each.pieces) {
      const head = piece.slice(0, HEAD);
      byHead.set(head, [...(byHead.get(head) ?? []), [piece, each]]);
    }
  }
  const begins = new Uint8Array(BEGINNINGS);
  for (const head of byHead.keys()) begins[beginning(head, 0)] = 1;
  const found = new Set<Planted>();
  for (const reading of readings(file)) {
    for (let at = 0; at + HEAD <= reading.length; at += 1) {
      if (begins[beginning(reading, at)] === 0) continue;
      for (const [piece, whose] of byHead.get(reading.slice(at, at + HEAD)) ?? [])
        if (reading.startsWith(piece, at)) found.add(whose);
    }
  }
  return [...found];
}

/** Not the decodings of the self-scan: what that overlooks should be seen here. */
function readings(file: string): Set<string> {
  const all = new Set([file]);
  let latest = [file];
  for (let depth = 0; depth < 3 && latest.length > 0; depth += 1) {
    const next = latest
      .flatMap((text) => [percent(text), json(text), html(text), ...runs(text, depth)])
      .filter((text) => text !== "" && !all.has(text));
    for (const text of next) all.add(text);
    latest = [...new Set(next)];
  }
  return all;
}

function percent(text: string): string {
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

function json(text: string): string {
  return text.replace(/\\(u[0-9a-fA-F]{4}|["\\/bfnrt])/g, (run) => {
    try {
      return String(JSON.parse(`"${run}"`));
    } catch {
      return run;
    }
  });
}

function html(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, "&");
}

/** All that may be base64 or hexadecimal, decoded and put one after the other. */
function runs(text: string, depth: number): string[] {
  if (depth > 2) return [];
  const base64 = [...text.matchAll(/[A-Za-z0-9+/_-]{8,}/g)].map(([run]) => plain(Buffer.from(run, "base64")));
  const hex = [...text.matchAll(/(?:[0-9a-f]{2}){6,}/gi)].map(([run]) => plain(Buffer.from(run, "hex")));
  return [base64.join("\n"), hex.join("\n")];
}

function plain(packed: Buffer): string {
  const bytes = unpacked(packed);
  const isUtf16 = bytes.length > 6 && bytes[1] === 0 && bytes[3] === 0;
  return bytes.toString(isUtf16 ? "utf16le" : "utf8");
}

/** What was packed by gzip or zlib is read unpacked. */
function unpacked(bytes: Buffer): Buffer {
  const [first, second] = bytes;
  if (bytes.length < 2) return bytes;
  if (!(first === 0x1f && second === 0x8b) && !(first === 0x78 && bytes.readUInt16BE(0) % 31 === 0)) return bytes;
  try {
    return unzipSync(bytes);
  } catch {
    return bytes; // it only begins like it
  }
}
