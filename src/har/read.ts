import type { CoverageEvent, ExchangeEvent, TrafficEvent } from "../core/traffic.js";
import { bystanderOf, hasBody } from "./bystander.js";
import { entryClose, entryEvents } from "./entry.js";
import { isOfFirefox, keptByFirefox } from "./kept-by-firefox.js";
import { type Log, parseHar } from "./log.js";
import { readLogged } from "./logged.js";
import { readMarked } from "./marked.js";
import { readAsked, readNavigations, readPageEvents } from "./pages.js";
import { readDate } from "./times.js";

export interface HarReading {
  /** By time; the exchanges in the order of their start. */
  events: TrafficEvent[];
  /** What the reader of the report should know about the file. */
  notes: string[];
}

/**
 * HAR 1.1 and 1.2 of any producer. Findings that an earlier report wrote into the file are not read: only traffic is.
 * Ids start with the prefix, so that those of several files may be kept apart.
 * @throws BadInput on what is no HAR
 */
export function readHar(text: string, prefix = "h"): HarReading {
  const { log, notes } = parseHar(text);
  const exchanges: ExchangeEvent[] = [];
  const told: TrafficEvent[][] = [];
  const asTheBrowserMeant = isOfFirefox(log) ? keptByFirefox : (event: ExchangeEvent) => event;
  let hasBodies = false;
  log.entries.forEach((entry, index) => {
    const id = `${prefix}${index + 1}`;
    const bystander = bystanderOf(entry, id);
    hasBodies ||= bystander !== null && hasBody(entry);
    const [read, ...frames] = bystander ? [bystander] : entryEvents(entry, { id, hasEnded: false, body: null });
    log.entries[index] = null; // what has been read of it is all that is needed
    if (!read) return;
    const exchange = asTheBrowserMeant(onTheClock(read, exchanges.at(-1)));
    const close = entryClose(entry, exchange);
    exchanges.push(exchange);
    told.push([exchange], frames, close ? [close] : []);
  });
  const events = [
    // At the same moment the page comes first: what it asks for belongs to it.
    ...readNavigations([...log.pages, ...log._otherPages], exchanges, prefix),
    ...readPageEvents(log._pageEvents, prefix),
    ...told.flat(),
    ...readAsked(log._asked, prefix),
    ...readLogged(log._logged, prefix),
  ];
  events.sort((one, other) => one.at - other.at);
  const notSeen = log._notSeen ?? guessNotSeen(events, exchanges, hasBodies);
  const coverage: CoverageEvent = {
    kind: "coverage",
    id: `${prefix}0`,
    at: events[0]?.at ?? 0,
    source: `har-${prefix}`,
    notSeen,
  };
  const tick: TrafficEvent = { kind: "tick", id: `${prefix}-end`, at: endOf(log, events) };
  const marked = readMarked(log._marked, prefix);
  return { events: [coverage, ...marked, ...events, tick], notes: [...notes, ...notesOn(log, exchanges)] };
}

/** 2001: no HAR is older. */
const EARLIEST_MS = 1e12;

/** Chromium times a socket that was never established by another clock; its place in the log is the best that is known. */
function onTheClock(exchange: ExchangeEvent, before: ExchangeEvent | undefined): ExchangeEvent {
  if (exchange.at >= EARLIEST_MS || !before) return exchange;
  return { ...exchange, at: before.at, endedAt: exchange.endedAt === null ? null : before.at };
}

function endOf(log: Log, events: TrafficEvent[]): number {
  const latest = (event: TrafficEvent) => Math.max(event.at, event.kind === "exchange" ? (event.endedAt ?? 0) : 0);
  return events.reduce((end, event) => Math.max(end, latest(event)), readDate(log._recordedUntil) ?? 0);
}

function notesOn(log: Log, exchanges: ExchangeEvent[]): string[] {
  if (log.entries.length === 0)
    return ["The HAR holds no requests; reload the page with the network log open, then export again."];
  const unread = log.entries.length - exchanges.length;
  return unread > 0 ? [`${unread} of ${log.entries.length} entries have no URL and were left out.`] : [];
}

/** No HAR tells of what the browser blocked or what had no answer when it was written. */
function guessNotSeen(
  events: TrafficEvent[],
  exchanges: ExchangeEvent[],
  hasBodies: boolean,
): CoverageEvent["notSeen"] {
  const sockets = exchanges.filter(({ channel }) => channel === "websocket");
  const answered = exchanges.filter(({ channel, status }) => channel === "http" && status);
  const hasFrames = events.some(({ kind }) => kind === "frame");
  const notSeen: CoverageEvent["notSeen"] = [];
  if (sockets.some(({ status }) => status === 101) && !hasFrames) notSeen.push("frames");
  if (!events.some(({ kind }) => kind === "close")) notSeen.push("close-codes");
  if (sockets.some(({ status, netError }) => status === null && netError === "")) notSeen.push("statuses");
  const hasNone = !hasBodies && answered.every(({ responseBody }) => responseBody?.text == null);
  if (answered.length > 0 && hasNone) notSeen.push("bodies");
  return [...notSeen, "pending", "before-devtools", "page-blocks"];
}
