import { BEGINS, ENDS, type PageState } from "../../core/page-states.js";
import type { Story } from "../witness.js";

interface Stretch {
  /** `left` is another page in the tab, or the same one loaded anew. */
  state: PageState | "left";
  from: number;
  /** Null while it goes on. */
  to: number | null;
}

/** Null for what begins, or ends, none. */
function stateIn(states: Readonly<Record<string, PageState>>, what: string): PageState | null {
  return states[what] ?? null;
}

/** When the page was in the background, stopped, without a network, or no longer there. */
export function pageLane({ page, connection: { leftAt } }: Story): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { what, at } of [...page].sort((one, other) => one.at - other.at)) {
    const begins = stateIn(BEGINS, what);
    const ends = stateIn(ENDS, what);
    const last = stretches.findLast(({ state }) => state === (begins ?? ends));
    if (begins && last?.to !== null) stretches.push({ state: begins, from: at, to: null });
    if (ends && last) last.to ??= at;
  }
  return leftAt === null ? stretches : [...stretches, { state: "left", from: leftAt, to: null }];
}
