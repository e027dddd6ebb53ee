import { readFileSync, writeFileSync } from "node:fs";
import { eventsFromText } from "../../src/capture/text/events-from-text.js";
import { observe } from "../../src/core/facts/observe.js";
import { NO_NEIGHBOURS } from "../../src/core/facts/scene.js";
import { createPageStates } from "../../src/core/page-states.js";
import { signsOf } from "../../src/core/precedents/signs.js";
import { connectionOf, type Told } from "../../src/core/said/told.js";
import { type LabelledCase, readCases, type Symptom } from "./labelled-case.js";
import { observedEvents } from "./observed.js";
import { protocolNamed } from "./score.js";

/**
 * `npm run precedents -- FILE.jsonl…`: counts which signs labelled cases showed and what they came to, into
 * `src/core/precedents/counts.ts`. Of a case's text nothing is kept but the ids of the sentences that the lexicon knows.
 */
const OUT = "src/core/precedents/counts.ts";

const cases = process.argv.slice(2).flatMap((file) => readCases(readFileSync(file, "utf8")));
if (cases.length === 0) {
  console.error("precedents needs files of labelled cases: npm run precedents -- FILE.jsonl…");
  process.exitCode = 2;
} else {
  writeFileSync(OUT, counted(cases));
  console.log(`${cases.length} cases counted into ${OUT}`);
}

function counted(all: readonly LabelledCase[]): string {
  const causes = new Map<string, number>();
  const signs = new Map<string, Map<string, number>>();
  for (const { symptom, label } of all) {
    add(causes, label.root_cause);
    for (const name of signsIn(symptom)) {
      const row = signs.get(name) ?? new Map<string, number>();
      signs.set(name, row);
      add(row, label.root_cause);
    }
  }
  const ordered = [...causes].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
  const place = new Map(ordered.map(([cause], index) => [cause, index]));
  const rows = [...signs]
    .filter(([, row]) => [...row.values()].reduce((sum, each) => sum + each, 0) > 1)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, row]) => `  ${JSON.stringify(name)}: "${pairs(row, (cause) => place.get(cause) ?? 0)}",`);
  return `/** Written by \`npm run precedents\`: what ${all.length} public threads came to, the oftenest cause first. */
export const CAUSES =
  "${ordered.map(([cause, count]) => `${cause}:${count}`).join(" ")}";

/** Which signs they showed: of the cause with that number in the list above, so many threads. */
export const SIGNS: Readonly<Record<string, string>> = {
${rows.join("\n")}
};
`;
}

function add(to: Map<string, number>, key: string): void {
  to.set(key, (to.get(key) ?? 0) + 1);
}

function pairs(row: ReadonlyMap<string, number>, placeOf: (cause: string) => number): string {
  return [...row]
    .map(([cause, count]) => [placeOf(cause), count] as const)
    .sort(([one], [other]) => one - other)
    .map(([place, count]) => `${place}:${count}`)
    .join(" ");
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
