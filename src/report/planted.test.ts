import { knowledge } from "virtual:knowledge";
import { describe, expect, it } from "vitest";
import { analyse } from "../core/analysis.js";
import { readHar } from "../har/read.js";
import { writeHar } from "../har/write.js";
import { toJson } from "./json.js";
import { toMarkdown } from "./markdown.js";
import { phrasesOf } from "./phrases.js";
import { createRedactor } from "./redact.js";
import { createSelfScan } from "./self-scan.js";
import { type Planted, plantedHar } from "./testing/planted-har.js";
import { asChromeDoes, asHarSanitizerDoes } from "./testing/rivals.js";
import { findPlanted } from "./testing/search.js";

/** All kinds in all places are some 8,000 secrets, and minutes: `HANDSHAKE_TRIAGE_ALL_PLANTED=1` takes them. */
const KINDS_IN_EACH = process.env.HANDSHAKE_TRIAGE_ALL_PLANTED === "1" ? undefined : 7;
const { har, planted } = plantedHar(20_260_101, KINDS_IN_EACH);
const { events } = readHar(har);
const redactor = createRedactor({ phrases: phrasesOf(knowledge) });
const safe = redactor.redactEvents(events);
const analysis = analyse(safe, knowledge);
const EXPORTS = {
  har: () => JSON.stringify(writeHar(safe, analysis, { creatorVersion: "1" }), null, 2),
  json: () => JSON.stringify(toJson(analysis), null, 2),
  markdown: () => toMarkdown(analysis, { version: "1" }),
  "list of replacements": () => JSON.stringify(redactor.replacements()),
};

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

  it("are left by Chrome's sanitized HAR and by har-sanitizer, nearly all of them", () => {
    const left = {
      chrome: findPlanted(asChromeDoes(har), planted).length,
      sanitizer: findPlanted(asHarSanitizerDoes(har), planted).length,
    };
    console.log(`of ${planted.length}: ${left.chrome} left by Chrome, ${left.sanitizer} by har-sanitizer, 0 here`);
    expect(Math.min(left.chrome, left.sanitizer) / planted.length).toBeGreaterThan(0.8);
  });

  it("let an export through that the scan of itself has nothing against", () => {
    expect(createSelfScan(events, "strict")(EXPORTS.har())).toBeNull();
  });
});
