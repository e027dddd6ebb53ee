import { passes } from "./condition.js";
import type { FactName, Facts } from "./facts/index.js";
import type { Condition, Entry, Knowledge } from "./knowledge.js";

/** An entry that may be a candidate, and what is still to be asked. */
export interface Suspect {
  entry: Entry;
  /** One of these must hold. */
  when: readonly Condition[];
}

/** Nearly every entry asks for one of these; of more than a hundred their values leave a handful. */
const BY_VALUE: readonly FactName[] = ["protocol", "phase", "status", "channel"];
/** Of these it is enough to know whether they were observed at all. */
const BY_PRESENCE: readonly FactName[] = [
  "said.messages",
  "said.scene",
  "said.alone",
  "said.vaguely",
  "netError",
  "engineIo.code",
  "cors.problem",
  "close.code",
];

/** A file may hold any number as a status. */
const KEPT = 500;

const known = new WeakMap<Knowledge, Map<string, readonly Suspect[]>>();

/** Whoever else cannot be a candidate, whatever the other facts say. */
export function suspects(knowledge: Knowledge, facts: Facts): readonly Suspect[] {
  const lists = known.get(knowledge) ?? new Map<string, readonly Suspect[]>();
  known.set(knowledge, lists);
  const key = keyOf(facts);
  const found = lists.get(key);
  if (found) return found;
  const list = knowledge.entries.flatMap((entry) => {
    if (entry.benign) return [];
    const when = entry.when.flatMap((condition) => openTests(condition, facts));
    return when.length > 0 ? { entry, when } : [];
  });
  if (lists.size >= KEPT) lists.clear();
  lists.set(key, list);
  return list;
}

/** Made for each diagnosis, so without a list. */
function keyOf(facts: Facts): string {
  let key = "";
  for (const name of BY_VALUE) key += `${facts[name]?.value} `;
  for (const name of BY_PRESENCE) key += facts[name] === undefined ? "-" : "+";
  return key;
}

/** The tests that these facts leave open; none where they say that it cannot hold. */
function openTests(condition: Condition, facts: Facts): [Condition] | [] {
  const isSettled = ({ fact }: Condition[number]) =>
    BY_VALUE.includes(fact) || (BY_PRESENCE.includes(fact) && facts[fact] === undefined);
  const holds = condition.every((each) => !isSettled(each) || passes(each.test, each.fact, facts) === true);
  return holds ? [condition.filter((each) => !isSettled(each))] : [];
}
