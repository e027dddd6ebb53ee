import { isLabel, labelFor } from "../core/token.js";
import { createKnownSecrets, SHORTEST_SECRET } from "./known-secrets.js";

export type SecretKind = "token" | "id" | "cookie" | "key" | "user" | "data";

/** The labels given out in one export: the same secret always gets the same one. */
export interface SecretLabels {
  /** A label stays what it is, so that redacting twice changes nothing. */
  label(kind: SecretKind, secret: string): string;
  /** Puts labels for all secrets that are known by now, wherever in the text they stand. */
  replaceKnown(text: string, write: (label: string) => string): string;
  /** Is a known secret still in this text? */
  isIn(text: string): boolean;
}

const LABEL_NUMBER = /^\[([a-z]+)-(\d+);/;
/** Digits of a time may look like a shorter one. */
const SURELY_SECRET = 16;

export function createSecretLabels(): SecretLabels {
  const labels = new Map<string, string>();
  const counts = new Map<string, number>();
  const everywhere = new Map<string, string>();
  const known = createKnownSecrets();

  function label(kind: SecretKind, secret: string): string {
    if (isLabel(secret)) return keep(secret);
    const key = kind === "data" ? `data ${secret}` : secret;
    const before = labels.get(key);
    if (before) return before;
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    const made = labelFor(`${kind}-${number}`, secret);
    labels.set(key, made);
    if (isReplacedEverywhere(kind, secret)) learn(secret, made);
    return made;
  }

  /** A label from an earlier export keeps its number for itself. */
  function keep(text: string): string {
    const [, kind = "", number = "0"] = LABEL_NUMBER.exec(text) ?? [];
    counts.set(kind, Math.max(counts.get(kind) ?? 0, Number(number)));
    return text;
  }

  function learn(secret: string, made: string): void {
    for (const spelling of [secret, encodeURIComponent(secret)]) {
      everywhere.set(spelling, made);
      known.add(spelling);
    }
  }

  function isIn(text: string): boolean {
    let isFound = false;
    known.replace(text, (secret) => {
      isFound ||= secret.length >= SURELY_SECRET;
      return secret;
    });
    return isFound;
  }

  const replaceKnown: SecretLabels["replaceKnown"] = (text, write) =>
    known.replace(text, (secret) => write(everywhere.get(secret) ?? secret));

  return { label, replaceKnown, isIn };
}

function isReplacedEverywhere(kind: SecretKind, secret: string): boolean {
  if (kind === "data" || secret.length < SHORTEST_SECRET) return false;
  return kind === "cookie" || kind === "user" ? /\d/.test(secret) : true;
}
