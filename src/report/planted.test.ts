import { knowledge } from "virtual:knowledge";
import { describe, expect, it } from "vitest";
import { cardsText } from "../cli/cards-text.js";
import { createPaint } from "../cli/paint.js";
import { makeSafe } from "../har/export.js";
import { FILE_FORMATS } from "../har/formats.js";
import { readHar } from "../har/read.js";
import { toMarkdown } from "./markdown.js";
import { type Planted, plantedHar } from "./testing/planted-har.js";
import { asChromeDoes, asHarSanitizerDoes } from "./testing/rivals.js";
import { findPlanted } from "./testing/search.js";

/** All kinds in all places are some 8,000 secrets, and minutes: `HANDSHAKE_TRIAGE_ALL_PLANTED=1` takes them. */
const KINDS_IN_EACH = process.env.HANDSHAKE_TRIAGE_ALL_PLANTED === "1" ? undefined : 5;
const { har, planted } = plantedHar(20_260_101, KINDS_IN_EACH);
const { events } = readHar(har);
const OPTIONS = { version: "1", knowledge, browser: null };
const safe = makeSafe([events], knowledge, {});
const { analysis } = safe.recordings[0] ?? {};
if (!analysis) throw new Error("one recording was given");
const EXPORTS: Record<string, () => string> = {
  ...Object.fromEntries(
    Object.entries(FILE_FORMATS).map(([name, write]) => [name, () => write(safe, analysis, OPTIONS)]),
  ),
  "Markdown for Jira": () => toMarkdown(analysis, { version: "1", flavour: "jira" }),
  cards: () => cardsText(analysis, createPaint(false)),
  "list of replacements": () => JSON.stringify(safe.replacements()),
};

/** What the level "keep-payloads" keeps: what the application sends, and the words of its errors and reasons. */
const PAYLOAD =
  /^(?:request|failure|answer|poll|stream|SignalR|classic SignalR|Engine\.IO|close|negotiation: (?:hub|transport|unknown field|error)$|Socket\.IO: (?!auth|sid)|Web PubSub: (?!user|reconnectionToken|sender))/;
/** What looks like a secret wherever it stands, as far as it was not taken apart. */
const LOOKS_LIKE_ONE =
  /JSON Web Token|^token of|Data Protection|account key|connection string|shared access|GitHub|Slack|AWS|Google|payment|HMAC|MD5|PASETO|private key|session cookie|credit card/;
const TAKEN_APART = /split|hexadecimal|a name$|JSON name/;

const list = (left: Planted[]) => left.map(({ kind, place, secret }) => `${place} | ${kind} | ${secret}`);

describe("secrets planted everywhere", { timeout: 300_000 }, () => {
  it("are many, of many kinds, in many places, and a third of them look like nothing", () => {
    const count = (key: "kind" | "place") => new Set(planted.map((each) => each[key])).size;
    expect(planted.length).toBeGreaterThan(500);
    expect(count("kind")).toBeGreaterThanOrEqual(40);
    expect(count("place")).toBeGreaterThanOrEqual(60);
    expect(planted.filter(({ isOpaque }) => isOpaque).length * 3).toBeGreaterThan(planted.length);
    console.log(`${planted.length} secrets, ${count("kind")} kinds, ${count("place")} places`);
  });

  it("are found by the search in the HAR that they were planted in", () => {
    const found = new Set(findPlanted(har, planted));
    expect(list(planted.filter((each) => !found.has(each)))).toEqual([]);
  });

  it.each(Object.entries(EXPORTS))("are in no %s", (_, write) => {
    expect(list(findPlanted(write(), planted))).toEqual([]);
  });

  it("at the level that keeps payloads stay only in those, and not where they look like what they are", () => {
    const kept = makeSafe([events], knowledge, { level: "keep-payloads" });
    const file = FILE_FORMATS.har(kept, analysis, OPTIONS);
    const left = findPlanted(file, planted);
    expect(list(left.filter(({ place }) => !PAYLOAD.test(place)))).toEqual([]);
    expect(list(left.filter(({ kind, place }) => LOOKS_LIKE_ONE.test(kind) && !TAKEN_APART.test(place)))).toEqual([]);
    expect(() => kept.check(file)).not.toThrow();
  });

  it("are left by Chrome's sanitized HAR and by har-sanitizer, nearly all of them", () => {
    const left = {
      chrome: findPlanted(asChromeDoes(har), planted).length,
      sanitizer: findPlanted(asHarSanitizerDoes(har), planted).length,
    };
    console.log(`of ${planted.length}: ${left.chrome} left by Chrome, ${left.sanitizer} by har-sanitizer, 0 here`);
    expect(Math.min(left.chrome, left.sanitizer) / planted.length).toBeGreaterThan(0.8);
  });

  it.each(Object.entries(EXPORTS))("are not found in the %s by the scan of itself", (_, write) => {
    expect(() => safe.check(write())).not.toThrow();
  });
});
