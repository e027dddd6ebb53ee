import { eventsFromText } from "../capture/text/events-from-text.js";
import { analyse } from "../core/analysis.js";
import type { ProtocolName } from "../core/connection.js";
import type { Knowledge } from "../core/knowledge.js";
import type { TrafficEvent } from "../core/traffic.js";
import type { Example } from "./examples.js";
import { parseWireScript, WireScriptError } from "./wire-script.js";

/**
 * Runs every example through all knowledge, so that each entry is everybody else's look-alike.
 * Returns one line a problem, `file:line: what to do`.
 */
export function sweep(examples: readonly Example[], knowledge: Knowledge): string[] {
  return examples.flatMap((example) => problemOf(example, knowledge) ?? []).map((line) => `knowledge/${line}`);
}

function problemOf(example: Example, knowledge: Knowledge): string | null {
  const { file, line, winner, kind, title } = example;
  const isKnown = winner === "healthy" || knowledge.entries.some(({ id }) => id === winner);
  if (!isKnown)
    return `${file}:${line}: "${title}" names ${winner}, which is no entry; name one that exists, or healthy`;
  try {
    const isBenign = knowledge.entries.some((entry) => entry.id === winner && entry.benign);
    const ranked = isBenign ? rankBenign(example, knowledge) : rank(example, knowledge);
    if (wins(ranked, winner, file)) return null;
    const said = ranked.map(({ entry, score }) => `${entry} ${score}`).join(", ") || "no cause at all";
    return `${file}:${line}: ${kind} "${title}": ${winner} must come first, but the ranking is ${said}; sharpen when, supports or rulesOut`;
  } catch (error) {
    if (error instanceof WireScriptError) return `${file}:${line + error.line - 1}: ${error.message}`;
    throw error;
  }
}

interface Ranked {
  entry: string;
  score: number;
}

/** The ranking of the newest card; empty when the traffic is healthy. */
function rank(example: Example, knowledge: Knowledge): Ranked[] {
  const { cards, connections } = analyse(eventsOf(example), knowledge);
  if (connections.length === 0 && example.notation === "wire")
    throw new WireScriptError(1, "no protocol is recognised in this traffic; add what gives it away");
  if (example.winner === "healthy") return cards.map((card) => ({ entry: card.causes[0]?.entry ?? card.id, score: 1 }));
  return cards[0]?.causes.map(({ entry, score }) => ({ entry, score })) ?? [];
}

/** What is said to be none of a failure; a card that is more than a warning says the contrary. */
function rankBenign(example: Example, knowledge: Knowledge): Ranked[] {
  const { cards, benign } = analyse(eventsOf(example), knowledge);
  const errors = cards.filter(({ severity }) => severity === "error");
  const denied = errors.map((card) => ({ entry: card.causes[0]?.entry ?? card.id, score: 1 }));
  return denied.length > 0 ? denied : benign.map(({ entry }) => ({ entry, score: 1 }));
}

/** A text is read as one who works with the folder's protocol would have it read: `explain --protocol …`. */
function eventsOf({ notation, script, file }: Example): TrafficEvent[] {
  if (notation === "wire") return parseWireScript(script);
  const [folder] = file.split("/");
  return eventsFromText(script, { protocol: folder === "any" ? null : (folder as ProtocolName) }).events;
}

function wins(ranked: Ranked[], winner: string, file: string): boolean {
  if (winner === "healthy") return ranked.length === 0;
  const [first] = ranked;
  const own = file.replace(/\.md$/, "");
  const tied = ranked.filter(({ score }) => score === first?.score).map(({ entry }) => entry);
  return first?.entry === winner || (tied.includes(winner) && tied.includes(own));
}
