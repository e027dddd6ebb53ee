import { check } from "recheck";
import { gatherPatterns, type Pattern } from "./gathered.js";
import { doubtsOf } from "./proof.js";

/**
 * `npm run fuzz:patterns [-- src/core/said knowledge]`: shows of every regular expression that its time grows with the length
 * of its text and no more, as a unit test does, and asks a second checker (recheck), which knows nothing of ours. That one
 * leaves look-arounds undecided, and some long patterns; where it finds an attack, its verdict counts. Some ten minutes.
 */
const CHECK_MS = 2000;

const parts = process.argv.slice(2);
const isAsked = ({ place }: Pattern) => parts.length === 0 || parts.some((part) => place.startsWith(part));

const table: Record<string, number> = {};
const failures: string[] = [];
const seen = new Set<string>();
for (const pattern of (await gatherPatterns()).filter(isAsked)) {
  const { expression, place } = pattern;
  const written = String(expression);
  if (seen.has(written)) continue;
  seen.add(written);
  const ours = doubtsOf(pattern).map(({ what, part }) => `${what}: ${part}`);
  const theirs = await secondVerdict(expression);
  const verdict = `${ours.length === 0 ? "linear" : "in doubt"}; recheck: ${theirs}`;
  table[verdict] = (table[verdict] ?? 0) + 1;
  if (ours.length === 0 && !(theirs === "an attack" && pattern.breaks === "")) continue;
  failures.push(`${place}: ${written} ${ours.join("; ") || "recheck finds an attack"}`);
  console.error(failures.at(-1));
}
console.table(table);
console.log(`${seen.size} patterns, ${failures.length} in doubt`);
process.exitCode = failures.length > 0 ? 1 : 0;

/** Its automaton proves; its default would give up on counts above thirty. */
async function secondVerdict({ source, flags }: RegExp): Promise<string> {
  const found = await check(source, flags, { timeout: CHECK_MS, checker: "automaton", maxNFASize: 200_000 });
  if (found.status === "safe") return "linear";
  return found.status === "vulnerable" ? "an attack" : "undecided";
}
