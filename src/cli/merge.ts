import type { Analysis } from "../core/analysis.js";
import type { Benign } from "../core/benign.js";
import type { Card } from "../core/card.js";
import type { ConnectionSummary } from "../core/summaries.js";

/**
 * One report over several recordings, each from the file of that name. The connections of each keep apart; findings with the same
 * id become one.
 */
export function mergeAnalyses(analyses: Analysis[], names: readonly string[]): Analysis {
  const [only] = analyses;
  if (only && analyses.length === 1) return only;
  const cards = mergeCards(
    analyses.flatMap((each, index) => each.cards.map((card) => ({ ...card, files: [names[index] ?? ""] }))),
  );
  const sum = (count: (analysis: Analysis) => number) => analyses.reduce((total, each) => total + count(each), 0);
  return {
    summary: {
      connections: sum(({ summary }) => summary.connections),
      failed: sum(({ summary }) => summary.failed),
      cards: cards.length,
      notSeen: [...new Set(analyses.flatMap(({ summary }) => summary.notSeen))],
      otherRequests: sum(({ summary }) => summary.otherRequests),
    },
    cards,
    connections: analyses.flatMap(({ connections }, index) => connections.map((each) => renamed(each, index + 1))),
    benign: mergeBenign(analyses.flatMap(({ benign }) => benign)),
  };
}

function mergeBenign(all: Benign[]): Benign[] {
  const merged = new Map<string, Benign>();
  for (const each of all) {
    const connections = each.connections + (merged.get(each.entry)?.connections ?? 0);
    merged.set(each.entry, { ...each, connections });
  }
  return [...merged.values()];
}

function renamed(connection: ConnectionSummary, file: number): ConnectionSummary {
  return { ...connection, id: `f${file}-${connection.id}` };
}

type CardOfFiles = Card & Required<Pick<Card, "files">>;

function mergeCards(cards: CardOfFiles[]): Card[] {
  const merged = new Map<string, CardOfFiles>();
  for (const card of cards) {
    const known = merged.get(card.id);
    merged.set(card.id, known ? mergeTwo(known, card) : card);
  }
  return [...merged.values()].sort((one, other) => other.lastAt - one.lastAt);
}

/** The one with the stronger finding is shown. */
function mergeTwo(one: CardOfFiles, other: CardOfFiles): CardOfFiles {
  const score = ({ causes }: Card) => causes[0]?.score ?? 0;
  return {
    ...(score(other) > score(one) ? other : one),
    occurrences: one.occurrences + other.occurrences,
    firstAt: Math.min(one.firstAt, other.firstAt),
    lastAt: Math.max(one.lastAt, other.lastAt),
    files: [...new Set([...one.files, ...other.files])],
  };
}
