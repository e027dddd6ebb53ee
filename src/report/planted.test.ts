import { knowledge } from "virtual:knowledge";
import { describe, expect, it } from "vitest";
import { eventsFromText } from "../capture/text/events-from-text.js";
import { cardsText } from "../cli/cards-text.js";
import { TEXT_FORMATS } from "../cli/explain.js";
import { createPaint } from "../cli/paint.js";
import { makeSafe } from "../har/export.js";
import { FILE_FORMATS } from "../har/formats.js";
import { readHar } from "../har/read.js";
import { toMarkdown } from "./markdown.js";
import type { Level } from "./redact.js";
import { type Planted, plantedHar } from "./testing/planted-har.js";
import { asChromeDoes, asHarSanitizerDoes } from "./testing/rivals.js";
import { findPlanted } from "./testing/search.js";

/** All kinds in all places are over 12,000 secrets, and minutes: `HANDSHAKE_TRIAGE_ALL_PLANTED=1` takes them. */
const takesAll = process.env.HANDSHAKE_TRIAGE_ALL_PLANTED === "1";
const KINDS_IN_EACH = takesAll ? undefined : 5;
const { har, logs, planted } = plantedHar(20_260_101, KINDS_IN_EACH);
/** The logs are joined to the recording, as `--log` does. */
const events = [
  ...readHar(har).events,
  ...logs.flatMap(({ text }, index) => eventsFromText(text, { prefix: `log${index}.` }).events),
];
const OPTIONS = { version: "1", knowledge, browser: null };

/** Every file that is written at one level, and what else shows what was recorded. */
function exportsAt(level: Level) {
  const safe = makeSafe([events], knowledge, { level });
  const { analysis } = safe.recordings[0] ?? {};
  if (!analysis) throw new Error("one recording was given");
  const files: Record<string, () => string> = {
    ...Object.fromEntries(
      Object.entries(FILE_FORMATS).map(([name, write]) => [name, () => write(safe, analysis, OPTIONS)]),
    ),
    "Markdown for Jira": () => toMarkdown(analysis, { version: "1", flavour: "jira" }),
    cards: () => cardsText(analysis, createPaint(false)),
    "list of replacements": () => JSON.stringify(safe.replacements()),
  };
  return { safe, files };
}
const { safe, files: EXPORTS } = exportsAt("strict");
const kept = exportsAt("keep-payloads");

/** What the level "keep-payloads" keeps: what the application sends, and the words of its errors, reasons and logs. */
const PAYLOAD =
  /^(?:request|failure|answer|poll|stream|log|console: (?:text|body|close reason)|SignalR|classic SignalR|Engine\.IO|close|negotiation: (?:hub|transport|unknown field|error)$|Socket\.IO: (?!auth|sid)|Web PubSub: (?!user|reconnectionToken|sender))/;
/** What looks like a secret wherever it stands, as far as it was not taken apart. */
const LOOKS_LIKE_ONE =
  /JSON Web Token|^token of|Data Protection|account key|connection string|shared access|GitHub|Slack|AWS|Google|payment|HMAC|MD5|PASETO|private key|session cookie|credit card/;
const TAKEN_APART = /split|hexadecimal|a name$|JSON name/;

/** Half of a made-up word may by chance be the beginning of another, which stands in a payload. */
const isPartOfAnother = (one: Planted) =>
  one.pieces.some((piece) =>
    planted.some((other) => other !== one && PAYLOAD.test(other.place) && other.secret.includes(piece)),
  );

const list = (left: Planted[]) => left.map(({ kind, place, secret }) => `${place} | ${kind} | ${secret}`);

describe("secrets planted everywhere", { timeout: takesAll ? 1_800_000 : 300_000 }, () => {
  it("are many, of many kinds, in many places, and a third of them look like nothing", () => {
    const count = (key: "kind" | "place") => new Set(planted.map((each) => each[key])).size;
    expect(planted.length).toBeGreaterThan(500);
    expect(count("kind")).toBeGreaterThanOrEqual(40);
    expect(count("place")).toBeGreaterThanOrEqual(60);
    expect(planted.filter(({ isOpaque }) => isOpaque).length * 3).toBeGreaterThan(planted.length);
    console.log(`${planted.length} secrets, ${count("kind")} kinds, ${count("place")} places`);
  });

  it("are found by the search in what they were planted in", () => {
    const found = new Set(findPlanted([har, ...logs.map(({ text }) => text)].join("\n"), planted));
    expect(list(planted.filter((each) => !found.has(each)))).toEqual([]);
  });

  it.each(Object.entries(EXPORTS))("are in no %s", (_, write) => {
    expect(list(findPlanted(write(), planted))).toEqual([]);
  });

  it.each(Object.entries(EXPORTS))("are not found in the %s by the scan of itself", (_, write) => {
    expect(() => safe.check(write())).not.toThrow();
  });

  describe.each(Object.entries(kept.files))("at the level that keeps payloads, in the %s", (_, write) => {
    it("stay only in payloads, and not where they look like what they are", () => {
      const file = write();
      const left = findPlanted(file, planted);
      expect(list(left.filter((each) => !PAYLOAD.test(each.place) && !isPartOfAnother(each)))).toEqual([]);
      expect(list(left.filter(({ kind, place }) => LOOKS_LIKE_ONE.test(kind) && !TAKEN_APART.test(place)))).toEqual([]);
      expect(() => kept.safe.check(file)).not.toThrow();
    });
  });

  it("at the level that keeps payloads stay in most of those, or it would keep none", () => {
    const placesOf = (some: Planted[]) =>
      new Set(some.map(({ place }) => place).filter((place) => PAYLOAD.test(place)));
    const left = placesOf(findPlanted(kept.files.har?.() ?? "", planted));
    expect(left.size * 2).toBeGreaterThan(placesOf(planted).size);
  });

  it("are left by Chrome's sanitized HAR and by har-sanitizer, nearly all of them", () => {
    const ofHar = planted.filter(({ place }) => !place.startsWith("log: "));
    const left = {
      chrome: findPlanted(asChromeDoes(har), ofHar).length,
      sanitizer: findPlanted(asHarSanitizerDoes(har), ofHar).length,
      here: findPlanted(EXPORTS.har?.() ?? "", ofHar).length,
    };
    console.log(
      `left of ${ofHar.length} in a HAR: ${left.chrome} by Chrome, ${left.sanitizer} by har-sanitizer, ${left.here} here`,
    );
    expect(Math.min(left.chrome, left.sanitizer) / ofHar.length).toBeGreaterThan(0.8);
    expect(left.here).toBe(0);
  });
});

describe("secrets in a text that is explained", { timeout: takesAll ? 1_800_000 : 60_000 }, () => {
  it.each(["json", "markdown", "cards"] as const)("are in no %s", (format) => {
    const left = logs.flatMap(({ text, place }) => {
      const { recordings, check } = makeSafe([eventsFromText(text).events], knowledge, {});
      const { analysis } = recordings[0] ?? {};
      if (!analysis) throw new Error("one text was given");
      const printed = TEXT_FORMATS[format](analysis, false);
      check(printed);
      return list(
        findPlanted(
          printed,
          planted.filter((each) => each.place === place),
        ),
      );
    });
    expect(left).toEqual([]);
  });
});
