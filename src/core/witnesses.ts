import { createAskedRequests } from "./asked-requests.js";
import { dropOldest } from "./drop-oldest.js";
import { createMessageCounts, type MessageCounts } from "./message-counts.js";
import { createPageLoads } from "./page-loads.js";
import { type Source, sourceOf } from "./source.js";
import type { CloseEvent, CoverageEvent, ExchangeEvent, FrameEvent, NavigatedEvent, TrafficEvent } from "./traffic.js";
import { httpScheme, parseUrl, withoutFragment } from "./url.js";

export interface Witnesses {
  /**
   * Gives the events of one handshake one exchange id, whoever tells of it, and leaves out messages that another source
   * has told of. The id is that of the source that came first.
   */
  take(event: TrafficEvent): TrafficEvent[];
  /** These exchanges are no longer kept; their ids are those that `take` gave them. */
  forget(exchanges: ReadonlySet<string>): void;
}

/** One handshake, as far as it helps to know it again. */
interface Told {
  id: string;
  startedAt: number;
  /** When the page made the call, as its tap tells. */
  calledAt: number | null;
  endedAt: number | null;
  opened: boolean | null;
  /** What another source told of a refusal before anybody knew of an outcome: it may be that of another socket to the same URL. */
  refusal: { event: ExchangeEvent; source: Source } | null;
  sources: Set<Source>;
  messages: MessageCounts;
}

/** Clocks of one machine agree, but DevTools' start is that of the request and the tap's that of the call. */
const SAME_START_MS = 2000;

/** How far apart two are of which only one is known to be over: its end may not have been told by the other source yet. */
const ENDED_ALONE_MS = 100;

/**
 * A browser lets sockets to one server wait for each other, and a busy machine all of them: the request may go out long
 * after the page's call, though never before it, nor after the page was told of its end or was left.
 */
const LONGEST_QUEUE_MS = 60_000;

/** Handshakes of one URL that a late witness may still belong to. */
const KEPT_PER_URL = 50;

/** A batch that was lost on its way to the worker comes after the next ones: so many messages wait for their handshake, and more go on as they are. */
const EARLY_KEPT = 20_000;

/** Frames of pages, too. */
const DOCUMENTS_KEPT = 500;

export function createWitnesses(): Witnesses {
  const byUrl = new Map<string, Told[]>();
  const byId = new Map<string, Told>();
  const early = new Map<string, (FrameEvent | CloseEvent)[]>();
  let earlyCount = 0;
  const loads = createPageLoads();
  /** When the tap of each document was first heard of. */
  const documents = new Map<string, number>();
  const requests = createAskedRequests(({ id }) => {
    const since = documents.get(documentOf(id));
    return since === undefined ? null : loads.at(since);
  });

  function take(event: TrafficEvent): TrafficEvent[] {
    if (event.kind === "navigated") return takeLoad(event);
    if (event.kind === "coverage") noteDocument(event);
    if (event.kind === "asked") return [event, ...requests.asked(event)];
    if (event.kind === "tick")
      return [...requests.overdue(event.at).map((each) => ({ ...each, page: loads.at(each.at) })), event];
    if (!("exchange" in event)) return [event];
    const source = sourceOf(event.exchange);
    if (!source) return [event.kind === "exchange" ? requests.told(event) : event];
    if (event.kind === "exchange") {
      // Taken once before, it has another's exchange id and still its own: whoever told of it has told.
      return [...takeExchange(event, sourceOf(event.id) ?? source), ...release(event.exchange).flatMap(take)];
    }
    const told = byId.get(event.exchange);
    if (!told) return hold(event);
    if (event.kind === "close") told.endedAt ??= event.at;
    const news = event.kind === "close" ? event : told.messages.take(event, source);
    return news ? [{ ...news, exchange: told.id }] : [];
  }

  function takeLoad(event: NavigatedEvent): TrafficEvent[] {
    const load = loads.note(event);
    return load ? [load] : [];
  }

  function noteDocument({ id, at }: CoverageEvent): void {
    documents.set(documentOf(id), at);
    dropOldest(documents, DOCUMENTS_KEPT);
  }

  /** Which messages another source has told of as well, its handshake has to tell first. */
  function hold(event: FrameEvent | CloseEvent): TrafficEvent[] {
    if (earlyCount >= EARLY_KEPT) return [event];
    earlyCount += 1;
    const waiting = early.get(event.exchange) ?? [];
    early.set(event.exchange, waiting);
    waiting.push(event);
    return [];
  }

  function release(exchange: string): (FrameEvent | CloseEvent)[] {
    const events = early.get(exchange) ?? [];
    early.delete(exchange);
    earlyCount -= events.length;
    return events;
  }

  function takeExchange(event: ExchangeEvent, source: Source): ExchangeEvent[] {
    const told = byId.get(event.exchange) ?? join(event, source);
    const others = takeBack(told, event);
    told.sources.add(source);
    told.startedAt = Math.min(told.startedAt, event.at);
    if (source === "tap") told.calledAt = Math.min(told.calledAt ?? event.at, event.at);
    told.endedAt ??= event.endedAt;
    if (told.opened === null && hasOpened(event) === false) told.refusal = { event, source };
    told.opened ??= hasOpened(event);
    return [requests.told({ ...event, exchange: told.id, page: pageOf(event) }), ...others];
  }

  /** A socket that is open was never refused: who told of that spoke of another to the same URL, which the page has yet to tell of. */
  function takeBack(told: Told, event: ExchangeEvent): ExchangeEvent[] {
    const { refusal } = told;
    if (!refusal || hasOpened(event) !== true || refusal.event.exchange === event.exchange) return [];
    Object.assign(told, { refusal: null, opened: true, endedAt: null });
    told.sources.delete(refusal.source);
    const { exchange } = refusal.event;
    byId.delete(exchange);
    return takeExchange({ ...refusal.event, id: `${exchange}.refused` }, refusal.source);
  }

  function join(event: ExchangeEvent, source: Source): Told {
    const key = placeOf(event);
    const known = byUrl.get(key) ?? [];
    const told = nearest(known, event, source) ?? newTold(event);
    byId.set(event.exchange, told);
    if (!known.includes(told)) byUrl.set(key, [...known.slice(1 - KEPT_PER_URL), told]);
    return told;
  }

  /** The handshake that this source has not told of yet and that began, and ended, nearest to this one. */
  function nearest(known: Told[], event: ExchangeEvent, source: Source): Told | null {
    let best: { told: Told; distance: number } | null = null;
    for (const told of known) {
      const apart = told.sources.has(source) ? null : (distanceTo(told, event) ?? queueTo(told, event, source));
      const distance = apart === null ? null : apart + endsApart(told, event);
      if (distance !== null && (!best || distance < best.distance)) best = { told, distance };
    }
    return best?.told ?? null;
  }

  /** From the page's call to the request, where this may be the request of that call. */
  function queueTo(told: Told, event: ExchangeEvent, source: Source): number | null {
    if (event.channel !== "websocket" || hasOtherOutcome(told, event)) return null;
    const call = source === "tap" ? event.at : told.calledAt;
    if (call === null || (source === "tap" && told.calledAt !== null)) return null;
    const request = source === "tap" ? told.startedAt : event.at;
    const end = (source === "tap" ? event : told).endedAt;
    const queued = request - call;
    const isPossible = queued >= 0 && queued <= LONGEST_QUEUE_MS && (end === null || request <= end);
    return isPossible && loads.at(call) === loads.at(request) ? queued : null;
  }

  /** The page itself does not know the name by which others call its load; the time tells. */
  function pageOf({ page, at }: ExchangeEvent): string | null {
    return page === null ? loads.at(at) : loads.nameOf(page);
  }

  function forget(exchanges: ReadonlySet<string>): void {
    for (const [id, told] of byId) if (exchanges.has(told.id)) byId.delete(id);
    for (const [place, known] of byUrl) {
      const left = known.filter(({ id }) => !exchanges.has(id));
      if (left.length === 0) byUrl.delete(place);
      else if (left.length < known.length) byUrl.set(place, left);
    }
  }

  return { take, forget };
}

/** Channel, method and URL, without fragment, and with http for ws. */
function placeOf({ channel, method, url }: ExchangeEvent): string {
  const { scheme } = parseUrl(url);
  return `${channel} ${method} ${httpScheme(scheme)}${withoutFragment(url.slice(scheme.length))}`;
}

function newTold(event: ExchangeEvent): Told {
  return {
    id: event.exchange,
    startedAt: event.at,
    calledAt: null,
    endedAt: event.endedAt,
    opened: hasOpened(event),
    refusal: null,
    sources: new Set(),
    messages: createMessageCounts(),
  };
}

/** The page tap tells of each document under an id of its own. */
function documentOf(id: string): string {
  return id.replace(/\.(?:asked|coverage).*/, "");
}

/** No status and an empty reason is what Firefox's DevTools tells before it knows, and Chromium's where it hides it. */
function hasOpened({ channel, status, netError }: ExchangeEvent): boolean | null {
  if (channel !== "websocket" || (!status && !netError)) return null;
  return status === 101;
}

function hasOtherOutcome(told: Told, event: ExchangeEvent): boolean {
  const opened = hasOpened(event);
  return opened !== null && told.opened !== null && opened !== told.opened;
}

/**
 * Sockets that a page opens at once begin within a moment, in which clocks differ; they seldom end so. Of other requests
 * Firefox's two sources tell ends that lie further apart than the requests themselves.
 */
function endsApart(told: Told, { channel, endedAt }: ExchangeEvent): number {
  if (channel !== "websocket") return 0;
  if (told.endedAt === null || endedAt === null) return told.endedAt === endedAt ? 0 : ENDED_ALONE_MS;
  return Math.abs(told.endedAt - endedAt);
}

function distanceTo(told: Told, event: ExchangeEvent): number | null {
  if (hasOtherOutcome(told, event)) return null;
  const apart = Math.abs(told.startedAt - event.at);
  if (apart <= SAME_START_MS) return apart;
  if (event.endedAt !== event.at || told.startedAt > event.at) return null;
  // DevTools has no start for a socket that was never established: it has only the moment in which it told of it.
  if (told.endedAt === null) return SAME_START_MS;
  const late = Math.abs(told.endedAt - event.at);
  return late <= SAME_START_MS ? late : null;
}
