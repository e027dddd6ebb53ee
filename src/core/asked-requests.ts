import type { AskedEvent, ExchangeEvent } from "./traffic.js";

/**
 * What the page asked of a request, and what the network told of it, are two stories of one request that come in any
 * order. They are joined by method, URL and time.
 */
export interface AskedRequests {
  /** Returns the request told again, with what the page asked, where it was told of before. */
  asked(event: AskedEvent): ExchangeEvent[];
  /** Returns the request with what the page asked of it, where that is known. */
  told(event: ExchangeEvent): ExchangeEvent;
}

/** From the call to the wire; a preflight may lie between. */
const SAME_REQUEST_MS = 2000;

/** Of one method and URL, and of those in all; older ones have met, or never will. */
const KEPT = 8;
const KEYS_KEPT = 500;

export function createAskedRequests(): AskedRequests {
  const waiting = new Map<string, AskedEvent[]>();
  const known = new Map<string, ExchangeEvent[]>();

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
      const whole = { ...found, ...toldBy(event) };
      known.set(key, told.with(place, whole));
      return [{ ...whole, id: event.id }];
    },
    told(event) {
      if (event.channel !== "http" && event.channel !== "eventsource") return event;
      const key = keyOf(event);
      const asked = waiting.get(key)?.find((each) => isSameTime(event, each));
      const whole = asked ? { ...event, ...toldBy(asked) } : event;
      keep(known, key, whole);
      return whole;
    },
  };
}

function toldBy({ credentials, origin }: AskedEvent): Pick<ExchangeEvent, "credentials" | "askedBy"> {
  return origin === undefined ? { credentials } : { credentials, askedBy: origin };
}

/** Fragments are not on the wire. */
function keyOf({ method, url }: { method: string; url: string }): string {
  return `${method.toUpperCase()} ${url.replace(/#.*$/s, "")}`;
}

function isSameTime({ at }: { at: number }, asked: AskedEvent): boolean {
  return Math.abs(at - asked.at) <= SAME_REQUEST_MS;
}

function keep<Event>(map: Map<string, Event[]>, key: string, event: Event): void {
  map.set(key, [...(map.get(key) ?? []).slice(1 - KEPT), event]);
  const [oldest] = map.keys();
  if (map.size > KEYS_KEPT && oldest !== undefined) map.delete(oldest);
}
