import { BEGINS, ENDS, type PageState } from "../../core/page-states.js";
import type { Story } from "../witness.js";

interface Stretch {
  state: PageState;
  from: number;
  /** Null while it goes on. */
  to: number | null;
}

/** Null for what begins, or ends, none. */
function stateIn(states: Readonly<Record<string, PageState>>, what: string): PageState | null {
  return states[what] ?? null;
}

/** When the page was in the background, stopped, or without a network. */
export function pageLane({ page }: Story): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { what, at } of [...page].sort((one, other) => one.at - other.at)) {
    const begins = stateIn(BEGINS, what);
    const ends = stateIn(ENDS, what);
    const last = stretches.findLast(({ state }) => state === (begins ?? ends));
    if (begins && last?.to !== null) stretches.push({ state: begins, from: at, to: null });
    if (ends && last) last.to ??= at;
  }
  return stretches;
}
