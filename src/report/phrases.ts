import type { Knowledge, Test } from "../core/knowledge.js";
import { PATTERNS, PHRASES } from "./vocabulary.js";

/** A stretch of a text: known words that may stay, or anything else. */
interface Stretch {
  text: string;
  isKnown: boolean;
}

export interface Phrases {
  /** Cuts a text into what is known and what is not; together they are the text again. */
  split(text: string): Stretch[];
  /** Does a word of the knowledge stand in it ("sign-in" in a redirect's path)? */
  isKnownWord(word: string): boolean;
}

/** Labels that stand in a text already stay as they are. */
const LABEL = String.raw`\[[a-z]+-\d+;\d+B(?:;(?:exp|nbf|aud)=[^;\]]*)*\]`;

export function createPhrases(ofKnowledge: readonly RegExp[] = []): Phrases {
  const fixed = PHRASES.flatMap((phrase) => phrase.split("{}"))
    .filter((part) => /[A-Za-z]{3}/.test(part) || part.length > 5)
    .sort((one, other) => other.length - one.length)
    .map((part) => bounded(literal(part), part));
  const free = ofKnowledge.map(({ source }) => `(?<![A-Za-z0-9])(?:${source})`);
  const sources = [LABEL, ...PATTERNS.map(({ source }) => `(?<![A-Za-z0-9])(?:${source})`), ...fixed, ...free];
  const known = new RegExp(sources.join("|"), "gi");
  const word = free.length > 0 ? new RegExp(`^(?:${ofKnowledge.map(({ source }) => source).join("|")})$`, "i") : null;

  function split(text: string): Stretch[] {
    const stretches: Stretch[] = [];
    let from = 0;
    for (const { 0: found, index } of text.matchAll(known)) {
      if (found === "") continue;
      if (index > from) stretches.push({ text: text.slice(from, index), isKnown: false });
      stretches.push({ text: found, isKnown: true });
      from = index + found.length;
    }
    if (from < text.length) stretches.push({ text: text.slice(from), isKnown: false });
    return stretches;
  }

  return { split, isKnownWord: (each) => word?.test(each) ?? false };
}

/**
 * The words that entries look for in texts of the traffic: what a diagnosis asks for may stay, or the report would lead to
 * another cause. Only patterns that match a bounded text count, or one of them would let everything through.
 */
export function phrasesOf({ entries }: Knowledge): RegExp[] {
  const conditions = entries.flatMap(({ when, supports, weakens, rulesOut }) => [
    ...when,
    ...[...supports, ...weakens, ...rulesOut].map((each) => each.if),
  ]);
  const sources = conditions.flat().flatMap(({ fact, test }) => (IS_TEXT_OF_TRAFFIC.test(fact) ? sourcesOf(test) : []));
  return [...new Set(sources)].map((source) => new RegExp(source, "i"));
}

const IS_TEXT_OF_TRAFFIC =
  /^(answer\.(body|challenge|server)|redirect\.location|close\.reason|(signalr|negotiate)\.\w*[eE]rror|engineIo\.message|socketIo\.connectError|webPubSub\.disconnected)$/;

function sourcesOf(test: Test): string[] {
  if (test.op === "contains") return [literal(test.value)];
  if (test.op === "is")
    return test.values.flatMap((value) => (typeof value === "string" && value ? literal(value) : []));
  return test.op === "matches" && isBounded(test.value.source) ? [test.value.source.replace(/^\^|\$$/g, "")] : [];
}

/** No wildcard, no negation, no repetition without end, nothing that is empty. */
function isBounded(source: string): boolean {
  const plain = source.replace(/\\[.\\/()[\]{}^$|?*+]/g, "_");
  return !/\.|\[\^|\\[wWSD]|[+*]|\{\d+,\}|\(\?/.test(plain) && /[A-Za-z]{3}/.test(plain) && !/\|\||\|$|^\|/.test(plain);
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

/** A phrase that begins or ends with a letter is not part of a longer word. */
function bounded(source: string, phrase: string): string {
  const before = /^\w/.test(phrase) ? "(?<![A-Za-z0-9])" : "";
  return `${before}${source}${/\w$/.test(phrase) ? "(?![A-Za-z0-9])" : ""}`;
}
