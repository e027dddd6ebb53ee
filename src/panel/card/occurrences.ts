import type { ConnectionSummary } from "../../core/summaries.js";

/** How often a card's cause struck over time, in as many equal stretches. */
export type Strikes = readonly number[];

export const STRETCHES = 20;

/** Of each card, over the whole time that was recorded, so that cards can be compared down the list. */
export function strikesOf(connections: readonly ConnectionSummary[]): ReadonlyMap<string, Strikes> {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { startedAt } of connections) {
    from = Math.min(from, startedAt);
    to = Math.max(to, startedAt);
  }
  const width = Math.max(1, to - from) / STRETCHES;
  const found = new Map<string, number[]>();
  for (const { card, startedAt } of connections) {
    if (card === null) continue;
    const strikes = found.get(card) ?? new Array<number>(STRETCHES).fill(0);
    const place = Math.min(STRETCHES - 1, Math.floor((startedAt - from) / width));
    strikes[place] = (strikes[place] ?? 0) + 1;
    found.set(card, strikes);
  }
  return found;
}
