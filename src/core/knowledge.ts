import type { ProtocolName } from "./connection.js";
import type { DecidedBy } from "./decided-by.js";
import type { FactName, FactValue } from "./facts/index.js";

/** A test of one fact. An unknown fact makes any test but `known` unknown, which is neither true nor false. */
export type Test =
  | { op: "is"; values: FactValue[] }
  | { op: "not"; values: FactValue[] }
  | { op: "above" | "below" | "atLeast" | "atMost"; value: number }
  | { op: "contains"; value: string }
  | { op: "matches"; value: RegExp }
  | { op: "known"; value: boolean };

/** All of these must hold. */
export type Condition = ReadonlyArray<{ fact: FactName; test: Test }>;

/** What one observation says for or against a cause, in points. */
export interface Clue {
  if: Condition;
  points: number;
  /** The evidence line; `{fact}` stands for a fact's value. */
  says: string;
  /** No other cause could show this. */
  confirms: boolean;
}

export interface Exclusion {
  if: Condition;
  says: string;
}

export interface Fix {
  /** The technology, as the tab on the card names it; "" for a fix that is the same everywhere. */
  technology: string;
  /** Markdown. */
  text: string;
}

/** One root cause, compiled from its Markdown file. */
export interface Entry {
  /** Folder and file name: "signalr/no-sticky-sessions". */
  id: string;
  cause: string;
  protocol: ProtocolName | "any";
  title: string;
  /** What looks like an error and is none: it gives no card, and says why. */
  benign: boolean;
  /** The cause in a few sentences of Markdown. */
  explanation: string;
  /** How often this is what people meet, when nothing else tells: 0 rarely, 1 often. */
  common: number;
  /** A candidate wherever one of these holds. */
  when: Condition[];
  supports: Clue[];
  weakens: Clue[];
  rulesOut: Exclusion[];
  /** The one observation that would settle it. */
  wouldDecide: string | null;
  /** What a panel can do to make it; null where somebody has to do it elsewhere. */
  decidedBy: DecidedBy | null;
  fixes: Fix[];
  /** A command to see the same again, or why there is none; `{fact}` stands for a fact's value. */
  reproduce: { command: string } | { impossible: string };
  link: string;
}

export interface Knowledge {
  /** Changes with every change of an entry. */
  version: string;
  /** What stands before the id of an entry to name its page: an address, or the pages' folder where none is known. */
  pages: string;
  entries: readonly Entry[];
}

const byId = new WeakMap<Knowledge, ReadonlyMap<string, Entry>>();

export function entryOf(knowledge: Knowledge, id: string): Entry {
  const known = byId.get(knowledge) ?? new Map(knowledge.entries.map((entry) => [entry.id, entry]));
  byId.set(knowledge, known);
  const entry = known.get(id);
  if (!entry) throw new Error(`no knowledge entry ${id}`);
  return entry;
}

/** No causes: for who wants the connections alone. */
export const NOTHING_KNOWN: Knowledge = { version: "", pages: "", entries: [] };
