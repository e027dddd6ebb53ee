import type { PageState } from "../../core/page-states.js";
import type { Story } from "../witness.js";

interface Stretch {
  state: PageState;
  from: number;
  /** Null while it goes on. */
  to: number | null;
}

const BEGINS: Record<string, PageState> = { hidden: "hidden", frozen: "frozen", offline: "offline" };
const ENDS: Record<string, PageState> = { visible: "hidden", resumed: "frozen", online: "offline" };

/** When the page was in the background, stopped, or without a network. */
export function pageLane({ page }: Story): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { what, at } of [...page].sort((one, other) => one.at - other.at)) {
    const begins = BEGINS[what];
    const ends = ENDS[what];
    const last = stretches.findLast(({ state }) => state === (begins ?? ends));
    if (begins && last?.to !== null) stretches.push({ state: begins, from: at, to: null });
    if (ends && last) last.to ??= at;
  }
  return stretches;
}
