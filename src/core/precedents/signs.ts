import type { FactName, Facts } from "../facts/index.js";

/** What one text shows, in the words by which earlier threads are counted. */
export interface Sign {
  /** "said.messages connection-refused", "status 404". */
  name: string;
  /** Ids of the lines that show it. */
  events: readonly string[];
}

/** The facts that a text gives most often. */
const COUNTED: readonly FactName[] = [
  "protocol",
  "phase",
  "transport",
  "status",
  "netError",
  "close.code",
  "said.messages",
  "said.scene",
];

export function signsOf(facts: Facts): Sign[] {
  return COUNTED.flatMap((name) => {
    const fact = facts[name];
    if (!fact) return [];
    const { value, shownBy } = fact;
    if (!Array.isArray(value)) return [{ name: `${name} ${value}`, events: shownBy }];
    return value.map((each, index) => ({ name: `${name} ${each}`, events: shownBy.slice(index, index + 1) }));
  });
}
