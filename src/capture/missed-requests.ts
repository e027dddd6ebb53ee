import { newExchange } from "../core/exchange.js";
import { recognise } from "../core/recognition.js";
import type { ExchangeEvent, TrafficEvent } from "../core/traffic.js";
import { logAndRest } from "./devtools-answers.js";
import { exchangeOf, hasBody } from "./log-entry.js";

/**
 * Firefox's DevTools does not tell of every request: of none that the filter of its Network panel hides, for one. What
 * webRequest told of has its status all the same, but only DevTools has bodies, and its log those of what it kept to itself.
 */
export interface MissedRequests {
  /** DevTools told of it. */
  told(exchange: ExchangeEvent): void;
  /** webRequest did. */
  heard(events: readonly TrafficEvent[]): void;
}

interface Spot {
  place: string;
  /** When the request began. */
  at: number;
}

/** By then DevTools has told of nearly everything that it tells of; and a page that is left takes its part of the log along. */
const MOMENT_MS = 600;

/** The two name starts that differ a little. */
const SAME_START_MS = 1500;

const KEPT = 300;

export function createMissedRequests(take: (entry: object) => void): MissedRequests {
  const openedAt = Date.now();
  const told: Spot[] = [];
  const waiting: (Spot & { due: number })[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let restsUntil = 0;

  function heard(event: ExchangeEvent): void {
    if (event.at < openedAt || !needsBody(event) || takeOut(told, spotOf(event))) return;
    keep(waiting, { ...spotOf(event), due: Date.now() + MOMENT_MS });
    lookLater();
  }

  function lookLater(): void {
    const [first] = waiting;
    if (timer === null && first) timer = setTimeout(look, Math.max(first.due, restsUntil) - Date.now());
  }

  async function look(): Promise<void> {
    const now = Date.now();
    if (waiting.some(({ due }) => due <= now)) {
      const { log, restMs } = await logAndRest();
      restsUntil = Date.now() + restMs;
      // Once: what the log does not have by then, it does not get.
      for (const spot of waiting.filter(({ due }) => due <= now)) {
        takeOut(waiting, spot);
        const entry = entryAt(log, spot);
        if (entry) take(entry);
      }
    }
    timer = null;
    lookLater();
  }

  return {
    told(exchange) {
      const spot = spotOf(exchange);
      if (exchange.channel === "http" && !takeOut(waiting, spot)) keep(told, spot);
    },
    heard(events) {
      for (const event of events) if (event.kind === "exchange" && event.id.startsWith("web-")) heard(event);
    },
  };
}

/** Its answer may say why it failed, or with what a session begins; what goes on without fault is known well enough. */
function needsBody(event: ExchangeEvent): boolean {
  const { channel, status, endedAt } = event;
  if (channel !== "http" || endedAt === null || !status) return false;
  return status >= 400 || (status < 300 && !recognise(newExchange(event))?.part.sessionId);
}

function spotOf({ method, url, at }: ExchangeEvent): Spot {
  return { place: `${method} ${url}`, at };
}

function keep<Each>(list: Each[], one: Each): void {
  list.push(one);
  if (list.length > KEPT) list.shift();
}

/** The one of this place that began nearest to it, and near enough. */
function nearest<Each extends Spot>(list: readonly Each[], { place, at }: Spot): Each | null {
  const apart = (each: Spot) => Math.abs(each.at - at);
  const near = list.filter((each) => each.place === place && apart(each) <= SAME_START_MS);
  return near.reduce<Each | null>((best, each) => (best && apart(best) <= apart(each) ? best : each), null);
}

function takeOut(list: Spot[], spot: Spot): boolean {
  const found = nearest(list, spot);
  if (found) list.splice(list.indexOf(found), 1);
  return found !== null;
}

function entryAt(log: readonly object[], spot: Spot): object | null {
  const entries = log.flatMap((entry) => {
    const exchange = hasBody(entry) ? exchangeOf(entry) : null;
    return exchange ? { ...spotOf(exchange), entry } : [];
  });
  return nearest(entries, spot)?.entry ?? null;
}
