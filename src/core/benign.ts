import { holds } from "./condition.js";
import type { Facts } from "./facts/index.js";
import type { Entry, Knowledge } from "./knowledge.js";

/** What was seen that looks like an error and is none. */
export interface Benign {
  /** Id of the knowledge entry. */
  entry: string;
  cause: string;
  title: string;
  /** Why it is none, in Markdown. */
  explanation: string;
  link: string;
  /** How many connections show it. */
  connections: number;
}

/** Counts, for each entry about what is none of a failure, the connections that show it. */
interface BenignRemarks {
  /** What these facts of one connection show, in place of what was noted of it before; whether they show any. */
  note(connection: string, facts: Facts | null): boolean;
  /** The connection is no longer kept; what it showed stays counted. */
  drop(connection: string): void;
  /** The most frequent first. */
  all(): Benign[];
}

/** The entries about what is none of a failure that these facts show. */
export function benignIn(facts: Facts, { entries }: Knowledge): Entry[] {
  return entries.filter(({ benign, when }) => benign && when.some((condition) => holds(condition, facts)));
}

export function createBenignRemarks(knowledge: Knowledge): BenignRemarks {
  const benign = { ...knowledge, entries: knowledge.entries.filter((entry) => entry.benign) };
  const shown = new Map<string, readonly Entry[]>();
  const counts = new Map<Entry, number>();
  const count = (those: readonly Entry[] | undefined, by: number) => {
    for (const entry of those ?? []) counts.set(entry, (counts.get(entry) ?? 0) + by);
  };

  return {
    note(connection, facts) {
      const those = facts ? benignIn(facts, benign) : [];
      count(shown.get(connection), -1);
      if (those.length > 0) shown.set(connection, those);
      else shown.delete(connection);
      count(those, 1);
      return those.length > 0;
    },
    drop: (connection) => void shown.delete(connection),
    all: () =>
      [...counts]
        .filter(([, connections]) => connections > 0)
        .sort(([one, often], [other, more]) => more - often || (one.id < other.id ? -1 : 1))
        .map(([{ id, cause, title, explanation, link }, connections]) => {
          return { entry: id, cause, title, explanation, link, connections };
        }),
  };
}
