import { dropOldest } from "../core/drop-oldest.js";
import type { ExchangeEvent } from "../core/traffic.js";

interface Asked {
  requestId: string;
  method: string;
  url: string;
  timeStamp: number;
}

interface Told {
  tab: number;
  event: ExchangeEvent;
}

/**
 * Requests that Firefox has handed to a service worker: nothing more is told of them, unless the service worker lets them
 * pass, or asks the server itself.
 */
export interface AtServiceWorker {
  /** What to tell of a request that is handed over now. */
  handOver(asked: Asked, tab: number, event: ExchangeEvent): ExchangeEvent;
  /** A request that belongs to no tab, as a service worker's own do. To the same address, it fetches the answer that the page gets. */
  passOn(asked: Asked): void;
  /** It is answered, or not: then the page gets what the service worker makes up. What to tell of the page's request now. */
  answered(requestId: string): Told | null;
  failed(requestId: string): void;
  clear(): void;
}

/** A service worker asks the server itself as soon as it has seen the request, if it does. */
const PASSED_ON_WITHIN_MS = 5000;

/** At once under way. */
const KEPT = 200;

export function createAtServiceWorker(): AtServiceWorker {
  const waiting = new Map<string, Told>();
  const passedOn = new Map<string, Told>();

  function forgetOld(now: number): void {
    for (const [place, { event }] of waiting) if (now - event.at > PASSED_ON_WITHIN_MS) waiting.delete(place);
  }

  return {
    handOver(asked, tab, event) {
      forgetOld(asked.timeStamp);
      waiting.set(placeOf(asked), { tab, event });
      return { ...event, id: `${event.id}.worker`, answeredBy: "service-worker" };
    },
    passOn(asked) {
      forgetOld(asked.timeStamp);
      const told = waiting.get(placeOf(asked));
      waiting.delete(placeOf(asked));
      if (told) passedOn.set(asked.requestId, told);
      dropOldest(passedOn, KEPT);
    },
    answered(requestId) {
      const told = passedOn.get(requestId);
      passedOn.delete(requestId);
      if (!told) return null;
      return { tab: told.tab, event: { ...told.event, id: `${told.event.id}.server`, answeredBy: "server" } };
    },
    failed: (requestId) => void passedOn.delete(requestId),
    clear() {
      waiting.clear();
      passedOn.clear();
    },
  };
}

function placeOf({ method, url }: Asked): string {
  return `${method} ${url}`;
}
