import { isLabel, isNoValue, labelFor } from "../core/token.js";
import { percentDecode, percentEncode } from "../core/url.js";
import { createKnownSecrets, SHORTEST_SECRET } from "./known-secrets.js";
import type { Replacements, Rule } from "./replacements.js";
import type { Trails } from "./trails.js";

export type SecretKind = "token" | "id" | "cookie" | "key" | "user" | "name" | "data" | "own";

/** The labels given out in one export: the same secret always gets the same one. */
export interface SecretLabels {
  /** A label stays what it is, so that redacting twice changes nothing. */
  label(kind: SecretKind, secret: string, rule: Rule): string;
  /** A host cannot be a label and still be a host: `host-1.invalid`. */
  host(host: string): string;
  /** Is this word a secret that stands under a telling name somewhere? */
  isSecret(word: string): boolean;
  /** How many secrets are known by now. */
  known(): number;
  /** Puts labels for all secrets that are known by now, wherever in the text they stand. */
  replaceKnown(text: string, write: (label: string) => string): string;
}

const LABEL_NUMBER = /^\[([a-z]+)-(\d+);/;
const HOST_LABEL = /^host-(\d+)\.invalid(:\d+)?$/;
const AUDIENCE = /;aud=([^;\]]*)/;
/** What a token says counts where it was sent as one, not in the application's data. */
const CLAIMS = /;(?:exp|nbf|aud)=.*/s;
const HOLDS_TOKENS = /^(?:token|key|id|cookie)$/;

export interface LabelOptions {
  /** Labels are numbered from here, so that those of two exports do not look alike. */
  salt: number;
  replacements: Replacements;
  trails: Trails;
  /** Not all secrets are known yet: looking for the known ones is of no use then. */
  isCollecting: () => boolean;
  /** What a token's audience may show: it is an address, and may hold names itself. */
  audience: (audience: string) => string;
}

export function createSecretLabels(options: LabelOptions): SecretLabels {
  const { salt, replacements, trails, isCollecting, audience } = options;
  const labels = new Map<string, string>();
  const counts = new Map<string, number>();
  const everywhere = new Map<string, string>();
  const telling = new Set<string>();
  const known = createKnownSecrets();

  function label(kind: SecretKind, secret: string, rule: Rule): string {
    if (isLabel(secret)) return withSafeAudience(keep(secret, LABEL_NUMBER));
    if (isNoValue(secret)) return secret;
    const key = kind === "data" ? `data ${secret}` : secret;
    const made = labels.get(key) ?? make(kind, secret, key);
    replacements.note(made, rule);
    return made;
  }

  function make(kind: SecretKind, secret: string, key: string): string {
    const plain = labelFor(`${kind}-${numberOf(kind)}`, secret);
    const made = HOLDS_TOKENS.test(kind) ? withSafeAudience(plain) : plain.replace(CLAIMS, "]");
    labels.set(key, made);
    if (kind !== "data" && kind !== "name") telling.add(secret);
    if (isReplacedEverywhere(kind, secret)) learn(secret, made);
    return made;
  }

  /** Also in a label of an earlier export: what hides a host in the address must hide it here. */
  function withSafeAudience(text: string): string {
    return text.replace(AUDIENCE, (_, encoded: string) => `;aud=${percentEncode(audience(percentDecode(encoded)))}`);
  }

  function numberOf(kind: string): number {
    const number = (counts.get(kind) ?? salt) + 1;
    counts.set(kind, number);
    return number;
  }

  /** A label from an earlier export keeps its number for itself. */
  function keep(text: string, pattern: RegExp): string {
    const [, kind = "", number = "0"] = pattern.exec(text) ?? [];
    counts.set(kind, Math.max(counts.get(kind) ?? salt, Number(number)));
    return text;
  }

  function host(text: string): string {
    const [, number = "0"] = HOST_LABEL.exec(text) ?? [];
    if (number !== "0") {
      counts.set("host", Math.max(counts.get("host") ?? salt, Number(number)));
      return text;
    }
    const [, name = text, port = ""] = /^(.*?)(:\d+)?$/.exec(text) ?? [];
    const made = labels.get(`host ${name}`) ?? `host-${numberOf("host")}.invalid`;
    labels.set(`host ${name}`, made);
    replacements.note(made, "host");
    return made + port;
  }

  function learn(secret: string, made: string): void {
    for (const spelling of [secret, percentEncode(secret)]) {
      everywhere.set(spelling, made);
      known.add(spelling);
    }
  }

  const replaceKnown: SecretLabels["replaceKnown"] = (text, write) => {
    trails.search();
    return isCollecting() ? text : known.replace(text, (secret) => writtenFor(secret, write));
  };

  function writtenFor(secret: string, write: (label: string) => string): string {
    const made = everywhere.get(secret);
    if (made === undefined) return secret;
    replacements.note(made, "known");
    return write(made);
  }

  function isSecret(word: string): boolean {
    if (telling.has(word)) return true;
    trails.leave(word);
    return false;
  }

  return { label, host, isSecret, known: () => telling.size + everywhere.size, replaceKnown };
}

function isReplacedEverywhere(kind: SecretKind, secret: string): boolean {
  if (kind === "data" || kind === "name" || secret.length < SHORTEST_SECRET) return false;
  return kind === "cookie" || kind === "user" ? /\d/.test(secret) : true;
}
