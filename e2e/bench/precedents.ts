import { readFileSync, writeFileSync } from "node:fs";
import { eventsFromText } from "../../src/capture/text/events-from-text.js";
import { observe } from "../../src/core/facts/observe.js";
import { NO_NEIGHBOURS } from "../../src/core/facts/scene.js";
import { createPageStates } from "../../src/core/page-states.js";
import { CAUSES, SIGNS } from "../../src/core/precedents/counts.js";
import { signsOf } from "../../src/core/precedents/signs.js";
import { wordsIn } from "../../src/core/precedents/words.js";
import { connectionOf, type Told } from "../../src/core/said/told.js";
import { readCases, type Symptom } from "./labelled-case.js";
import { observedEvents } from "./observed.js";
import { count, countsFile, noCounts, readCounts } from "./precedent-counts.js";
import { protocolNamed } from "./score.js";
import { wordCountsFile } from "./word-counts.js";

/**
 * `npm run precedents -- FILE.jsonl…`: counts which signs labelled cases showed and what they came to, into
 * `src/core/precedents/counts.ts`. Of a case's text nothing is kept but the ids of the sentences that the lexicon knows.
 *
 * `npm run precedents -- --add FILE.jsonl…` adds them to what is counted there. Whose threads those are is not kept, so that
 * only whoever calls it knows whether a case is among them already; and a sign that had been shown once begins anew.
 *
 * `npm run precedents -- --words FILE.jsonl…` counts their words instead, into `src/core/precedents/word-counts.ts`: single
 * words that several threads share, without their order.
 */
const OUT = "src/core/precedents/counts.ts";
const WORDS_OUT = "src/core/precedents/word-counts.ts";

const given = process.argv.slice(2);
const adds = given.includes("--add");
const countsWords = given.includes("--words");
const files = given.filter((each) => !each.startsWith("--"));
const cases = files.flatMap((file) => readCases(readFileSync(file, "utf8")));
if (cases.length === 0) {
  console.error("precedents needs files of labelled cases: npm run precedents -- [--add | --words] FILE.jsonl…");
  process.exitCode = 2;
} else if (countsWords) {
  writeFileSync(
    WORDS_OUT,
    wordCountsFile(cases.map((each) => ({ cause: each.label.root_cause, words: wordsOf(each.symptom) }))),
  );
  console.log(`the words of ${cases.length} cases counted into ${WORDS_OUT}`);
} else {
  const counts = adds ? readCounts(CAUSES, SIGNS) : noCounts();
  for (const { symptom, label } of cases) count(counts, label.root_cause, signsIn(symptom));
  writeFileSync(OUT, countsFile(counts));
  console.log(`${cases.length} cases ${adds ? "added to those in" : "counted into"} ${OUT}`);
}

/** Of the lines alone that are kept of a text. */
function wordsOf(symptom: Symptom): Set<string> {
  const { events } = eventsFromText(symptom.symptom_text, { protocol: protocolNamed(symptom.stack) });
  return wordsIn(events.map(({ text }) => text).join("\n"));
}

function signsIn(symptom: Symptom): Set<string> {
  const protocol = protocolNamed(symptom.stack);
  const { events } = eventsFromText(symptom.symptom_text, { protocol });
  const lines = [...events, ...observedEvents(symptom.observed, protocol)];
  if (lines.length === 0 || !protocol) return new Set();
  const told: Told = { protocol, lines, isAlone: true };
  const scene = {
    ...connectionOf("told", told),
    neighbours: NO_NEIGHBOURS,
    asked: null,
    page: createPageStates(),
    now: 0,
    told,
  };
  return new Set(signsOf(observe(scene)).map(({ name }) => name));
}
