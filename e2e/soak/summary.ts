import type { Comparison } from "./compare.js";
import { type History, placeIn } from "./history.js";

export interface Result extends Comparison {
  where: string;
  /** Refused attempts that the panel's cards count. */
  onCards: number;
}

const SHOWN = 50;

/** Prints what came of it; true when nothing was lost, doubled, or left out of the cards, and something was there at all. */
export function summarise(minutes: number, history: History, results: readonly Result[]): boolean {
  const { kills, leaves } = history;
  console.log(`${minutes} minutes of capture: ${kills.length} kills of the worker, ${leaves.length} loads of the page`);
  for (const { where, known, lost, twice, unproven, refused, onCards } of results) {
    const cards = `${refused.atLeast} attempts refused, ${onCards} on the cards`;
    console.log(`${where}: ${known} events, ${lost.length} lost, ${twice.length} twice; ${cards}`);
    for (const { what, at } of lost.slice(0, SHOWN)) console.log(`  lost: ${what} (${placeIn(history, at)})`);
    for (const { what, at } of unproven)
      console.log(`  may never have reached the page: ${what} (${placeIn(history, at)})`);
    for (const each of twice.slice(0, SHOWN)) console.log(`  twice: ${each}`);
  }
  const sum = (count: (result: Result) => number) => results.reduce((total, each) => total + count(each), 0);
  console.log(
    `in all: ${sum(({ lost }) => lost.length)} of ${sum(({ known }) => known)} events lost, ${sum(({ twice }) => twice.length)} twice`,
  );
  return results.every(
    ({ known, lost, twice, refused, onCards }) =>
      known > 0 && lost.length + twice.length === 0 && onCards >= refused.atLeast && onCards <= refused.atMost,
  );
}
