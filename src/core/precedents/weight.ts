import type { Facts } from "../facts/index.js";
import { oddsBy } from "./odds.js";
import { signsOf } from "./signs.js";

/** Points for each step of the odds' logarithm, and the most that they come to: a clue is never outweighed. */
const POINTS_PER_STEP = 0.1;
const MOST = 0.5;

/** What a cause loses, in points, as earlier threads with these signs came to others more often. */
export function lossBy(facts: Facts): (cause: string) => number {
  const odds = oddsBy(signsOf(facts));
  const best = Math.max(...odds.values());
  return (cause) => Math.min(MOST, POINTS_PER_STEP * (best - (odds.get(cause) ?? Number.NEGATIVE_INFINITY)));
}
