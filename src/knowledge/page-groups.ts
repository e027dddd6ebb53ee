import type { FactName, FactValue } from "../core/facts/index.js";
import type { Entry } from "../core/knowledge.js";

/** What people search for, in the order of the index: the fact that shows it, and how a heading says its value. */
const SEEN: readonly [fact: FactName, heading: (value: FactValue) => string][] = [
  ["status", (value) => `Status ${value}`],
  ["engineIo.code", (value) => `Engine.IO code ${value}`],
  ["close.code", (value) => `Close code ${value}`],
  ["netError", (value) => `Network error \`${value}\``],
];

const OTHERS = "Without a status or code of its own";

/** Entries by each status, code and network error that makes them a candidate; those without any come last. */
export function groupsOf(entries: readonly Entry[]): [heading: string, entries: Entry[]][] {
  const groups = SEEN.flatMap(([fact, heading]) =>
    valuesOf(entries, fact).map((value): [string, Entry[]] => [
      heading(value),
      entries.filter((entry) => valuesOf([entry], fact).includes(value)),
    ]),
  );
  const grouped = new Set(groups.flatMap(([, those]) => those));
  const others = entries.filter((entry) => !grouped.has(entry));
  return others.length > 0 ? [...groups, [OTHERS, others]] : groups;
}

function valuesOf(entries: readonly Entry[], fact: FactName): FactValue[] {
  const tests = entries.flatMap(({ when }) => when.flat().filter((each) => each.fact === fact));
  const values = tests.flatMap(({ test }) => (test.op === "is" ? test.values : []));
  return [...new Set(values)]
    .filter((value) => value !== "")
    .sort((one, other) => String(one).localeCompare(String(other), "en", { numeric: true }));
}
