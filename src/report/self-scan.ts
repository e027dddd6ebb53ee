import type { TrafficEvent } from "../core/traffic.js";
import { decodings } from "./decodings.js";
import type { Level } from "./redact-means.js";
import { collectSecrets, type FoundSecret } from "./seen-secrets.js";
import { findLeaf, someLeaf } from "./text-leaves.js";

/** A secret that an export would still show. */
interface Leak {
  /** Where in the export: a JSON path or a line. */
  place: string;
  /** What it is; never the secret itself. */
  what: string;
}

/** Looks for secrets in a finished export; null where there is none. */
export type SelfScan = (exported: string) => Leak | null;

/** What looks like a secret wherever it stands. */
const SHAPES: readonly [what: string, shape: RegExp][] = [
  ["a JSON Web Token", /(?<![\w-]{64})eyJ[\w-]{10,}\.[\w-]{10,}/],
  ["an ASP.NET Data Protection payload", /CfDJ8[\w-]{20,}/],
  ["a private key", /-----BEGIN [A-Z ]*PRIVATE KEY/],
  ["an access key", /(?:AccessKey|AccountKey|SharedAccessKey)=(?!\[|%5B)[\w+/=%-]{16,}/i],
  ["a shared access signature", /[?&]sig=(?!\[|%5B)[\w%+/=-]{20,}/],
  ["credentials before a host", /:\/\/(?!%5B)[^\s/@:"']{1,64}:[^\s/@"']{1,64}@/],
  [
    "a key of a known service",
    /(?<![A-Za-z_])(?:gh[pousr]_\w{30,}|xox[abprs]-[\w-]{20,}|sk_live_\w{16,}|AKIA[A-Z0-9]{16}|AIza[\w-]{30,})/,
  ],
  ["a bearer token", /\bBearer (?!\[|realm|error|%5B)[\w.~+/-]{20,}/],
];

/**
 * Knows nothing of how the export was redacted: it has its own reading of what was recorded, and its own eyes for what a
 * secret looks like. So a mistake of the redaction is not repeated here.
 */
export function createSelfScan(recorded: readonly TrafficEvent[], level: Level): SelfScan {
  if (level === "none") return () => null;
  const secrets = collectSecrets(recorded, level === "strict");
  const byHead = indexed(secrets);
  const heads = new Uint8Array(HEADS);
  for (const { value } of secrets) heads[headOf(value)] = 1;

  function inText(text: string): string | null {
    const shape = SHAPES.find(([, pattern]) => pattern.test(text));
    if (shape) return shape[0];
    let head = 0;
    for (let end = 0; end < text.length; end += 1) {
      head = withNext(head, text.charCodeAt(end));
      if (heads[head] === 0 || end < HEAD - 1) continue;
      const at = end - (HEAD - 1);
      for (const secret of byHead.get(text.slice(at, at + HEAD)) ?? []) {
        if (text.startsWith(secret.value, at) && standsAlone(text, at, secret.value)) return secret.what;
      }
    }
    return null;
  }

  /** In any of the ways in which it may be read; what has been looked at is not looked at again. */
  function inReadings(text: string, looked: Set<string>): string | null {
    if (looked.has(text)) return null;
    for (const reading of decodings(text)) {
      if (looked.has(reading)) continue;
      looked.add(reading);
      const what = inText(reading);
      if (what !== null) return what;
    }
    return null;
  }

  function find(exported: string): Leak | null {
    const looked = new Set<string>();
    let leak: Leak | null = null;
    findLeaf(exported, (text, place) => {
      const what = inReadings(text, looked);
      if (what !== null) leak = { place: place(), what };
      return what !== null;
    });
    return leak;
  }

  /** May it hold one? What seems to be one may begin in one text and end in the next, as many are asked at once. */
  function isSuspect(exported: string): boolean {
    const looked = new Set<string>();
    let waiting: string[] = [];
    let letters = 0;
    const ask = () => {
      const together = waiting.join("\n");
      waiting = [];
      letters = 0;
      return inText(together) !== null;
    };
    const add = (text: string) => {
      if (looked.has(text)) return false;
      for (const reading of decodings(text)) {
        if (looked.has(reading)) continue;
        looked.add(reading);
        waiting.push(reading);
        letters += reading.length;
      }
      return letters > ASKED_AT_ONCE && ask();
    };
    return someLeaf(exported, add) || ask();
  }

  return (exported) => (isSuspect(exported) ? find(exported) : null);
}

/** Letters; to ask eight patterns of each short text by itself takes longer than to read it. */
const ASKED_AT_ONCE = 1_000_000;

const HEAD = 6;
/** Three bits for each letter of a head. */
const HEADS = 1 << (3 * HEAD);

/** The last six letters in one number: what no secret begins with is not looked at any further. */
function withNext(head: number, letter: number): number {
  return ((head << 3) ^ letter) & (HEADS - 1);
}

function headOf(value: string): number {
  let head = 0;
  for (let at = 0; at < HEAD; at += 1) head = withNext(head, value.charCodeAt(at));
  return head;
}

function indexed(secrets: Iterable<FoundSecret>): Map<string, FoundSecret[]> {
  const byHead = new Map<string, FoundSecret[]>();
  for (const secret of secrets) {
    const head = secret.value.slice(0, HEAD);
    const alike = byHead.get(head);
    if (alike) alike.push(secret);
    else byHead.set(head, [secret]);
  }
  return byHead;
}

/** Part of a longer word is another word. */
function standsAlone(text: string, at: number, value: string): boolean {
  const isWord = (letter: string | undefined) => letter !== undefined && /[A-Za-z0-9]/.test(letter);
  return !(isWord(text[at - 1]) && isWord(value[0])) && !(isWord(text[at + value.length]) && isWord(value.at(-1)));
}
