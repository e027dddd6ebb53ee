import { FACTS } from "../core/facts/index.js";

/** The fact, or whichever of the names, that is nearest to what somebody wrote. */
export function closest(name: string, among: readonly string[] = Object.keys(FACTS)): string {
  return among.reduce((best, each) => (distance(each, name) < distance(best, name) ? each : best));
}

/** Levenshtein. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, against] of [...other].entries()) {
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + Number(letter !== against)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
