import type { TrafficEvent } from "../core/traffic.js";
import { decodings } from "./decodings.js";
import type { Level } from "./redact-means.js";
import { collectSecrets, type FoundSecret } from "./seen-secrets.js";
import { leavesOf } from "./text-leaves.js";

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
  ["a JSON Web Token", /eyJ[\w-]{10,}\.[\w-]{10,}/],
  ["an ASP.NET Data Protection payload", /CfDJ8[\w-]{20,}/],
  ["a private key", /-----BEGIN [A-Z ]*PRIVATE KEY/],
  ["an access key", /(?:AccessKey|AccountKey|SharedAccessKey)=(?!\[|%5B)[\w+/=%-]{16,}/i],
  ["a shared access signature", /[?&]sig=(?!\[|%5B)[\w%+/=-]{20,}/],
  ["credentials before a host", /:\/\/(?!%5B)[^\s/@:"']{1,64}:[^\s/@"']{1,64}@/],
  [
    "a key of a known service",
    /\b(?:gh[pousr]_\w{30,}|xox[abprs]-[\w-]{20,}|sk_live_\w{16,}|AKIA[A-Z0-9]{16}|AIza[\w-]{30,})/,
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

  function inText(text: string): string | null {
    const shape = SHAPES.find(([, pattern]) => pattern.test(text));
    if (shape) return shape[0];
    for (let at = 0; at + HEAD <= text.length; at += 1) {
      for (const secret of byHead.get(text.slice(at, at + HEAD)) ?? []) {
        if (text.startsWith(secret.value, at) && standsAlone(text, at, secret.value)) return secret.what;
      }
    }
    return null;
  }

  return (exported) => {
    const looked = new Set<string>();
    for (const { place, text } of leavesOf(exported)) {
      if (looked.has(text)) continue;
      looked.add(text);
      for (const reading of decodings(text)) {
        const what = inText(reading);
        if (what) return { place, what };
      }
    }
    return null;
  };
}

const HEAD = 6;

function indexed(secrets: Iterable<FoundSecret>): Map<string, FoundSecret[]> {
  const byHead = new Map<string, FoundSecret[]>();
  for (const secret of secrets) {
    const head = secret.value.slice(0, HEAD);
    byHead.set(head, [...(byHead.get(head) ?? []), secret]);
  }
  return byHead;
}

/** Part of a longer word is another word. */
function standsAlone(text: string, at: number, value: string): boolean {
  const isWord = (letter: string | undefined) => letter !== undefined && /[A-Za-z0-9]/.test(letter);
  return !(isWord(text[at - 1]) && isWord(value[0])) && !(isWord(text[at + value.length]) && isWord(value.at(-1)));
}
