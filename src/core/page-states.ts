import type { NavigatedEvent, PageEvent } from "./traffic.js";

/** How long the tab had been in a state, near a moment; null where it was not, or nobody could tell. */
export interface PageStates {
  take(event: PageEvent | NavigatedEvent): void;
  /** Since when what broke may have to do with this event, before it is taken; never, where it changes no state. */
  concernsSince(event: PageEvent): number;
  /** Only what happened while something lived that began at `since` can have harmed it. */
  near(state: PageState, since: number, at: number): Stretch | null;
  /** Where this page load led; null where that was not seen. */
  urlOf(page: string | null): string | null;
}

export type PageState = "hidden" | "frozen" | "offline" | "busy";

export interface Stretch {
  /** Id of the event that began it. */
  id: string;
  from: number;
  /** Null while it goes on. */
  to: number | null;
}

/** Which word of a page begins a state, and which ends it. */
export const BEGINS = { hidden: "hidden", frozen: "frozen", offline: "offline", busy: "busy" } as const;
export const ENDS = { visible: "hidden", resumed: "frozen", online: "offline", free: "busy" } as const;

/** What a page finds broken when it comes back, it finds within this time; and a line may break a moment before it is told of. */
const NEAR_MS = 5000;

const NEVER = Number.POSITIVE_INFINITY;

/** More are forgotten: only what happened around a failure matters. */
const KEPT = 20;

/** Every frame tells of the same tab; the first word counts. */
export function createPageStates(): PageStates {
  const stretches: Record<PageState, Stretch[]> = { hidden: [], frozen: [], offline: [], busy: [] };

  const urls = new Map<string, string>();

  function goingOn(state: PageState): Stretch | null {
    const last = stretches[state].at(-1);
    return last?.to === null ? last : null;
  }

  function end(state: PageState, at: number): void {
    const last = goingOn(state);
    if (last) last.to = Math.max(at, last.from);
  }

  function begin(state: PageState, { id, at }: PageEvent): void {
    if (!goingOn(state)) stretches[state] = [...stretches[state].slice(1 - KEPT), { id, from: at, to: null }];
  }

  return {
    take(event) {
      if (event.kind === "navigated") {
        urls.set(event.page, event.url);
        // The end of a long script may have been lost with the page that ran it.
        for (const state of ["hidden", "frozen", "busy"] as const) end(state, event.at);
      } else if (event.what in BEGINS) begin(BEGINS[event.what as PageState], event);
      else if (event.what in ENDS) end(ENDS[event.what as keyof typeof ENDS], event.at);
    },
    concernsSince({ what, at }) {
      if (what in BEGINS) return goingOn(BEGINS[what as PageState]) ? NEVER : at - NEAR_MS;
      const ending = what in ENDS ? goingOn(ENDS[what as keyof typeof ENDS]) : null;
      return ending ? ending.from - NEAR_MS : NEVER;
    },
    urlOf: (page) => (page === null ? null : (urls.get(page) ?? null)),
    near(state, since, at) {
      const isNear = ({ from, to }: Stretch) =>
        from <= at + NEAR_MS && (to ?? at + NEAR_MS) >= Math.max(since, at - NEAR_MS);
      return stretches[state].findLast(isNear) ?? null;
    },
  };
}
