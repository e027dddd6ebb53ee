import { dropOldest } from "./drop-oldest.js";
import type { Exchange } from "./exchange.js";
import type { NavigatedEvent } from "./traffic.js";

/** Which pages were left, and when, as far as it matters for what is told of them afterwards. */
export interface LeftPages {
  navigated(event: NavigatedEvent): void;
  /** When the page of this request was left; null while it is there. */
  leftAt(exchange: Exchange): number | null;
}

/** Nothing more is told of what was left longer ago. */
const KEPT = 200;

export function createLeftPages(): LeftPages {
  const left = new Set<string>();
  let current: NavigatedEvent | null = null;

  return {
    navigated(event) {
      // When a page began may be told once more; of one that was left it changes nothing.
      if (left.has(event.page)) return;
      if (current && current.page !== event.page && current.at <= event.at) left.add(current.page);
      dropOldest(left, KEPT);
      current = event;
    },
    /** What a page had open may be told of only after it was left; and while its successor is on its way, it asks for more. */
    leftAt({ page, startedAt }) {
      if (!current || page === null || page === current.page) return null;
      return startedAt < current.at || left.has(page) ? current.at : null;
    },
  };
}
