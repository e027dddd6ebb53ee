import { dropOldest } from "./drop-oldest.js";
import type { AskedEvent, ExchangeEvent } from "./traffic.js";
import { UNANSWERED } from "./unanswered.js";
import { withoutFragment } from "./url.js";

/**
 * What the page asked of a request, and what the network told of it, are two stories of one request that come in any
 * order. They are joined by method, URL and time.
 */
export interface AskedRequests {
  /** Returns the request told again, with what the page asked, where it was told of before. */
  asked(event: AskedEvent): ExchangeEvent[];
  /** Returns the request with what the page asked of it, where that is known. */
  told(event: ExchangeEvent): ExchangeEvent;
  /** Handshakes that the page asked for a while ago and the network has not told of since: they have no answer yet. */
  overdue(now: number): ExchangeEvent[];
}

/** From the call to the wire; a preflight may lie between. */
const SAME_REQUEST_MS = 2000;

/** DevTools tells of a request when it is over, which most are long before this. */
const OVERDUE_AFTER_MS = 5000;

/** Of one method and URL, and of those in all; older ones have met, or never will. */
const KEPT = 8;
const KEYS_KEPT = 500;

/** `pageOf` tells the load of the document that asked; null where that is not known. */
export function createAskedRequests(pageOf: (asked: AskedEvent) => string | null = () => null): AskedRequests {
  const waiting = new Map<string, AskedEvent[]>();
  const known = new Map<string, ExchangeEvent[]>();
  /** Those whose request the network has told of. */
  const met = new WeakSet<AskedEvent>();
  /** Exchanges that were said to be without an answer, by the page's word of them. */
  const unanswered = new WeakMap<AskedEvent, string>();

  /**
   * Of what the page asked twice at one time, nobody can tell which is which; and of what was blocked, the page knows the
   * address and not the method.
   */
  function isOverdue(asked: AskedEvent, key: string, now: number): boolean {
    if (now - asked.at < OVERDUE_AFTER_MS || met.has(asked) || unanswered.has(asked)) return false;
    if (/[?&]sid=/.test(asked.url)) return false; // a poll, which may wait
    const told = [key, keyOf({ ...asked, method: "GET" })].flatMap((each) => known.get(each) ?? []);
    return !told.some(({ at }) => at >= asked.at - SAME_REQUEST_MS);
  }

  return {
    asked(event) {
      const key = keyOf(event);
      const told = known.get(key) ?? [];
      const place = told.findIndex((each) => each.credentials === undefined && isSameTime(each, event));
      const found = told[place];
      if (!found) {
        keep(waiting, key, event);
        return [];
      }
      const whole = { ...found, ...toldBy(event), page: pageOf(event) ?? found.page };
      known.set(key, told.with(place, whole));
      return [{ ...whole, id: `${event.id}.met` }];
    },
    told(event) {
      if (event.channel !== "http" && event.channel !== "eventsource") return event;
      const key = keyOf(event);
      const all = waiting.get(key) ?? [];
      const asked = all.find((each) => isSameTime(event, each)) ?? all.find((each) => isAnswerTo(event, each));
      if (asked) met.add(asked);
      const exchange = (asked && unanswered.get(asked)) ?? event.exchange;
      const whole = asked ? { ...event, exchange, ...toldBy(asked), page: pageOf(asked) ?? event.page } : event;
      keep(known, key, whole);
      return whole;
    },
    overdue(now) {
      const found = [...waiting].flatMap(([key, all]) => all.filter((asked) => isOverdue(asked, key, now)));
      return found.map((asked, index) => {
        const told = pending(asked, `unanswered-${Math.round(asked.at)}.${index}`);
        unanswered.set(asked, told.exchange);
        return told;
      });
    },
  };

  /** It was held back for long before it went out: it waited for one of the browser's connections, or for its preflight. */
  function isAnswerTo({ at }: ExchangeEvent, asked: AskedEvent): boolean {
    return unanswered.has(asked) && at >= asked.at;
  }
}

/** Its id says nothing of the URL: ids stand in every export. */
function pending({ at, method, url, credentials, origin }: AskedEvent, exchange: string): ExchangeEvent {
  return {
    ...UNANSWERED,
    kind: "exchange",
    id: exchange,
    at,
    exchange,
    channel: "http",
    page: null,
    method: method.toUpperCase(),
    url: withoutFragment(url),
    requestHeaders: null,
    credentials,
    ...(origin === undefined ? {} : { askedBy: origin }),
  };
}

function toldBy({ credentials, origin }: AskedEvent): Pick<ExchangeEvent, "credentials" | "askedBy"> {
  return origin === undefined ? { credentials } : { credentials, askedBy: origin };
}

/** Fragments are not on the wire. */
function keyOf({ method, url }: { method: string; url: string }): string {
  return `${method.toUpperCase()} ${withoutFragment(url)}`;
}

function isSameTime({ at }: { at: number }, asked: AskedEvent): boolean {
  return Math.abs(at - asked.at) <= SAME_REQUEST_MS;
}

function keep<Event>(map: Map<string, Event[]>, key: string, event: Event): void {
  map.set(key, [...(map.get(key) ?? []).slice(1 - KEPT), event]);
  dropOldest(map, KEYS_KEPT);
}
