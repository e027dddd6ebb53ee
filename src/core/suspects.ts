import { passes } from "./condition.js";
import type { FactName, Facts, FactValue } from "./facts/index.js";
import type { Condition, Entry, Knowledge } from "./knowledge.js";

/** An entry that may be a candidate, and what is still to be asked. */
export interface Suspect {
  entry: Entry;
  /** One of these must hold. */
  when: readonly Condition[];
}

/**
 * Asked in this order, as most conditions ask for a sentence, and most connections have none: few are left for the rest. After
 * these any other leaves out next to nobody, and is asked of all of them all the same.
 */
const ASKED: readonly FactName[] = [
  "said.messages",
  "said.scene",
  "said.alone",
  "protocol",
  "phase",
  "status",
  "netError",
  "cors.problem",
];
/** Of these there are few values. Of the others it is enough to know whether they were observed at all. */
const BY_VALUE: ReadonlySet<FactName> = new Set(["protocol", "phase", "status"]);

/** Who is left by what was asked so far, and who of them by each answer to the next question. */
interface Left {
  suspects: readonly Suspect[];
  by: Map<FactValue | undefined, Left>;
}

/** Whatever its value is. */
const OBSERVED = true;

/** A file may hold any number as a status. */
const ANSWERS_KEPT = 100;

const known = new WeakMap<Knowledge, Left>();

/** Whoever else cannot be a candidate, whatever the other facts say. */
export function suspects(knowledge: Knowledge, facts: Facts): readonly Suspect[] {
  let left = known.get(knowledge) ?? everybody(knowledge);
  for (const name of ASKED) left = narrowed(left, name, facts);
  return left.suspects;
}

function everybody(knowledge: Knowledge): Left {
  const all: Left = { suspects: knowledge.entries.filter(({ benign }) => !benign).map(asSuspect), by: new Map() };
  known.set(knowledge, all);
  return all;
}

const asSuspect = (entry: Entry): Suspect => ({ entry, when: entry.when });

function narrowed({ suspects, by }: Left, name: FactName, facts: Facts): Left {
  const fact = facts[name];
  const isSettled = fact === undefined || BY_VALUE.has(name);
  const answer = isSettled ? fact?.value : OBSERVED;
  const found = by.get(answer);
  if (found) return found;
  const left = {
    suspects: isSettled ? suspects.flatMap((each) => settled(each, name, facts)) : suspects,
    by: new Map(),
  };
  if (by.size >= ANSWERS_KEPT) by.clear();
  by.set(answer, left);
  return left;
}

/** Without the tests of this fact; nobody where it says that none of the conditions can hold. */
function settled(suspect: Suspect, name: FactName, facts: Facts): Suspect | [] {
  if (!asksFor(name, suspect.when)) return suspect;
  const possible = suspect.when.filter((condition) =>
    condition.every(({ fact, test }) => fact !== name || passes(test, name, facts) === true),
  );
  const when = possible.map((condition) => condition.filter(({ fact }) => fact !== name));
  return when.length > 0 ? { entry: suspect.entry, when } : [];
}

function asksFor(name: FactName, when: readonly Condition[]): boolean {
  for (const condition of when) for (const { fact } of condition) if (fact === name) return true;
  return false;
}
