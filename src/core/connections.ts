import { isAskedAgain } from "./ask-again.js";
import {
  absorb,
  type Connection,
  countMessage,
  countRequest,
  exchangesOf,
  newConnection,
  type Outcome,
  type ProtocolName,
  whole,
} from "./connection.js";
import { type Exchange, isAnswered, isPending, mergeExchange, newExchange, waitedInVainMs } from "./exchange.js";
import { createMatching } from "./matching.js";
import type { Recognition } from "./protocols/protocol.js";
import {
  markedPlace,
  protocolOf,
  type Recognised,
  recognise,
  recogniseByFrame,
  recogniseMarked,
} from "./recognition.js";
import type { CloseEvent, Content, ExchangeEvent, FrameEvent, NavigatedEvent, TrafficEvent } from "./traffic.js";
import { parseUrl } from "./url.js";

/** What is known of one exchange: whose it is, and which of its sides have been read. */
interface Tracked {
  exchange: Exchange;
  owner: { connection: Connection; part: Recognition } | null;
  /** A source that knows no bodies may tell of a request first: then only its `head` has been read. */
  request: Reading;
  response: Reading;
  /** Messages that came before it was known whose they are. */
  early: FrameEvent[];
}

type Reading = "unread" | "head" | "whole";

export interface Connections {
  /**
   * Takes one event in and returns the connections that it changed. One among them may turn out to be the rest of another
   * (`absorbedBy`): it is no connection of its own any more.
   */
  take(event: TrafficEvent): readonly Connection[];
  /** How the connection stands at this time; waiting too long for an answer is trouble, too. */
  judge(connection: Connection, now: number): Outcome;
  /** The connection that a request belongs to; null for one of no protocol. */
  ownerOf(exchange: string): Connection | null;
  /** Requests that belong to no protocol. */
  unrecognised(): number;
  /** These are no longer kept. Returns the requests that were theirs. */
  forget(those: ReadonlySet<Connection>): ReadonlySet<string>;
  /** False where more of this request is still to come, so that it must stay known. */
  forgetRequest(exchange: string): boolean;
}

/** A socket that nothing gave away may still show itself by its first messages; more than these are not kept for it. */
const EARLY_FRAMES = 4;

/** Requests whose messages, or whose end, came before anything else of them. */
const ORPHANS_KEPT = 10_000;

/** Ids that nothing speaks for yet; any page's `?id=` is one, so only the latest are kept. */
const HELD_IDS = 50;

/** @microsoft/signalr gives up its reconnects after 0, 2, 10 and 30 s. */
const RETRY_WITHIN_MS = 31_000;

/** The shortest of the clients' own patience: a Socket.IO manager gives up after 20 s. */
const TOO_LONG_MS = 20_000;

/** A client that gives a handshake up and asks again at once has lost its patience; a page that changed its mind is faster. */
const IMPATIENT_AFTER_MS = 1000;

/** Folds events, in any order of arrival, into connections. The work per event does not grow with what came before. */
export function createConnections(): Connections {
  const matching = createMatching();
  const tracked = new Map<string, Tracked>();
  const orphans = new Map<string, FrameEvent[]>();
  const orphanCloses = new Map<string, CloseEvent>();
  const held = new Map<string, Tracked[]>();
  const unfinished = new Set<Connection>();
  const unanswered = new Map<Exchange, Connection>();
  /** Connections of which the client has the next word. */
  const awaited = new Set<Connection>();
  const latest = new Map<string, Connection>();
  /** What the user says that a place speaks, by its endpoint. */
  const marks = new Map<string, ProtocolName>();
  const touched: Connection[] = [];
  let current: NavigatedEvent | null = null;
  let made = 0;
  let unrecognised = 0;

  function take(event: TrafficEvent): readonly Connection[] {
    if (event.kind === "exchange") return takeExchange(event);
    if (event.kind === "frame") return takeFrame(event);
    if (event.kind === "close") return takeClose(event);
    if (event.kind === "navigated") return takeNavigated(event);
    if (event.kind === "marked") marks.set(markedPlace(parseUrl(event.url)), event.protocol);
    if (event.kind === "tick") return [...new Set([...unanswered.values(), ...awaited].map(whole))];
    return [];
  }

  function takeExchange(event: ExchangeEvent): readonly Connection[] {
    if (isAskedAgain(event)) return [];
    const known = tracked.get(event.exchange);
    if (known) mergeExchange(known.exchange, event);
    const entry = known ?? track(newExchange(event));
    if (!entry.owner) assign(entry, recogniseHere(entry.exchange));
    if (!entry.owner) return [];
    const connection = read(entry);
    const close = orphanCloses.get(event.exchange);
    if (close) noteClose(entry, close);
    return [connection, ...touched.splice(0)];
  }

  function recogniseHere(exchange: Exchange): Recognised | null {
    const found = recognise(exchange) ?? recogniseMarked(exchange, marks);
    return ((!found || isPollWithoutId(found)) && matching.findRedirected(exchange)) || found;
  }

  function track(exchange: Exchange): Tracked {
    const early = orphans.get(exchange.id) ?? [];
    orphans.delete(exchange.id);
    const entry: Tracked = { exchange, owner: null, request: "unread", response: "unread", early };
    tracked.set(exchange.id, entry);
    unrecognised += 1;
    return entry;
  }

  function assign(entry: Tracked, found: Recognised | null): void {
    if (!found) return;
    const { part, protocol } = found;
    if (isPollWithoutId(found)) {
      hold(entry, entry.exchange.url);
      return;
    }
    if (
      !part.isSure &&
      part.sessionId &&
      !matching.knowsId(part.sessionId) &&
      !matching.isExpected(entry.exchange.url)
    ) {
      hold(entry, part.sessionId);
      return;
    }
    const connection = matching.find(entry.exchange, part) ?? open(entry.exchange, found);
    if (connection.protocol !== protocol.name) return;
    entry.owner = { connection, part };
    unrecognised -= 1;
    matching.note(entry.exchange, part, connection);
    connection.transport = part.transport ?? connection.transport;
    for (const frame of entry.early.splice(0)) readFrame(entry, frame);
  }

  /** Its id, or the redirect that led to its URL, may become known: then it is looked at again. */
  function hold(entry: Tracked, key: string): void {
    const entries = held.get(key) ?? [];
    if (!entries.includes(entry)) held.set(key, [...entries, entry]);
    const [oldest] = held.keys();
    if (held.size > HELD_IDS && oldest !== undefined) held.delete(oldest);
  }

  function release(key: string): void {
    const entries = held.get(key) ?? [];
    held.delete(key);
    for (const entry of entries) {
      assign(entry, recogniseHere(entry.exchange));
      if (entry.owner) read(entry);
    }
  }

  function open(exchange: Exchange, { protocol, part }: Recognised): Connection {
    made += 1;
    const session = protocol.newSession();
    const connection = newConnection(`c${made}`, protocol.name, part.endpoint, exchange, session);
    if (current && wasLeftBefore(exchange, current)) connection.leftAt = current.at;
    unfinished.add(connection);
    noteRetry(connection);
    return connection;
  }

  /** A client that connects again right after a session ended without a goodbye has lost it. */
  function noteRetry(opened: Connection): void {
    const known = latest.get(opened.endpoint);
    const [before, next] = known && known.startedAt > opened.startedAt ? [opened, known] : [known, opened];
    latest.set(opened.endpoint, next);
    if (!before || before.page !== next.page) return;
    const earlier = whole(before);
    // The end of a socket may be told of after the next attempt; the times then say whether it was one.
    if (holdsSocket(earlier)) earlier.retriedAt = next.startedAt;
    else if (next.startedAt - earlier.lastAt <= RETRY_WITHIN_MS) earlier.retriedAt ??= next.startedAt;
    touched.push(earlier);
  }

  function read(entry: Tracked): Connection {
    const { exchange, owner } = entry;
    if (!owner) throw new Error(`${exchange.id} belongs to no connection`);
    const connection = whole(owner.connection);
    const protocol = protocolOf(connection);
    const { role, sessionId } = owner.part;
    connection.page ??= exchange.page;
    countRequest(connection, role, exchange, entry.request === "unread");
    if (isNew(entry.request, exchange.requestBody)) {
      entry.request = readingOf(exchange.requestBody);
      protocol.readRequest(connection, exchange, role);
    }
    if (isAnswered(exchange) && isNew(entry.response, exchange.responseBody)) {
      const isFirst = entry.response === "unread";
      entry.response = readingOf(exchange.responseBody);
      const told = protocol.readResponse(connection, exchange, role);
      for (const id of told.sessionIds) {
        join(matching.ownsId(id, connection), connection);
        release(id);
      }
      for (const url of told.nextUrls) matching.expects(url, connection);
      if (isFirst && !sessionId) {
        join(matching.leadsOn(exchange, connection), connection);
        for (const [key, [first]] of [...held]) if (first && matching.findRedirected(first.exchange)) release(key);
      }
    }
    if (isAnswered(exchange) || exchange.endedAt !== null) unanswered.delete(exchange);
    else unanswered.set(exchange, connection);
    if (protocol.awaitsClient?.(connection)) awaited.add(connection);
    else awaited.delete(connection);
    return connection;
  }

  /** The rest of a connection came before its beginning. */
  function join(rest: Connection | null, connection: Connection): void {
    if (!rest) return;
    unfinished.delete(rest);
    absorb(rest, connection, protocolOf(connection).newSession());
    touched.push(rest);
  }

  function takeFrame(event: FrameEvent): readonly Connection[] {
    const entry = tracked.get(event.exchange);
    if (!entry) {
      keepEarly(event, orphans.get(event.exchange) ?? []);
      return [];
    }
    if (!entry.owner) assign(entry, recogniseByFrame(entry.exchange, event));
    if (!entry.owner) {
      if (entry.early.length < EARLY_FRAMES) entry.early.push(event);
      return [];
    }
    if (entry.request === "unread") read(entry);
    readFrame(entry, event);
    return [whole(entry.owner.connection), ...touched.splice(0)];
  }

  function keepEarly(event: FrameEvent, waiting: FrameEvent[]): void {
    if (waiting.length < EARLY_FRAMES) orphans.set(event.exchange, [...waiting, event]);
    dropOldest(orphans);
  }

  function readFrame({ exchange, owner }: Tracked, frame: FrameEvent): void {
    if (!owner) return;
    const connection = whole(owner.connection);
    countMessage(connection, frame);
    connection.lastAt = Math.max(connection.lastAt, frame.at);
    protocolOf(connection).readFrame(connection, frame, exchange);
  }

  function takeClose(event: CloseEvent): readonly Connection[] {
    const entry = tracked.get(event.exchange);
    if (entry?.owner) return [noteClose(entry, event)];
    orphanCloses.set(event.exchange, event);
    dropOldest(orphanCloses);
    return [];
  }

  function noteClose({ exchange, owner }: Tracked, event: CloseEvent): Connection {
    if (!owner) throw new Error(`${exchange.id} belongs to no connection`);
    const connection = whole(owner.connection);
    orphanCloses.delete(event.exchange);
    connection.close ??= event;
    exchange.endedAt ??= event.at;
    connection.lastAt = Math.max(connection.lastAt, event.at);
    return connection;
  }

  function takeNavigated(event: NavigatedEvent): readonly Connection[] {
    current = event;
    // What began after the page did belongs to it, even where the source knows no pages and told of it first.
    const left = [...unfinished].filter(({ page, startedAt }) => page !== event.page && startedAt < event.at);
    for (const connection of left) {
      connection.leftAt ??= event.at;
      unfinished.delete(connection);
      awaited.delete(connection);
    }
    for (const [exchange, connection] of unanswered) if (whole(connection).leftAt !== null) unanswered.delete(exchange);
    return left;
  }

  function judge(connection: Connection, now: number): Outcome {
    const protocol = protocolOf(connection);
    const outcome = protocol.judge(connection);
    if (outcome.state !== "connecting") return outcome;
    const waiting = exchangesOf(connection).find((each) => waitedTooLong(connection, each, now));
    if (!waiting) return isGivenUpOn(connection, now) ? gaveUp(connection) : outcome;
    const phase = connection.parts.negotiate?.last === waiting ? "negotiate" : protocol.firstStep;
    const severity = isPending(waiting) ? "warning" : "error";
    return { state: "failed", trouble: { phase, exchange: waiting, severity } };
  }

  function ownerOf(exchange: string): Connection | null {
    const owner = tracked.get(exchange)?.owner;
    return owner ? whole(owner.connection) : null;
  }

  function forget(those: ReadonlySet<Connection>): ReadonlySet<string> {
    const isGone = (connection: Connection) => those.has(whole(connection));
    const requests = new Set<string>();
    for (const [id, { owner }] of tracked) if (owner && isGone(owner.connection)) requests.add(id);
    for (const id of requests) tracked.delete(id);
    for (const [place, connection] of latest) if (isGone(connection)) latest.delete(place);
    for (const connection of unfinished) if (isGone(connection)) unfinished.delete(connection);
    for (const [exchange, connection] of unanswered) if (isGone(connection)) unanswered.delete(exchange);
    for (const connection of awaited) if (isGone(connection)) awaited.delete(connection);
    matching.forget(isGone);
    return requests;
  }

  function forgetRequest(id: string): boolean {
    return tracked.get(id)?.exchange.endedAt != null && tracked.delete(id);
  }

  return { take, judge, ownerOf, unrecognised: () => unrecognised, forget, forgetRequest };
}

function dropOldest(map: Map<string, unknown>): void {
  const [oldest] = map.keys();
  if (map.size > ORPHANS_KEPT && oldest !== undefined) map.delete(oldest);
}

/** No real poll: a page that a redirect led to is asked with the client's own headers, which make it look like one. */
function isPollWithoutId({ part }: Recognised): boolean {
  return part.role === "poll" && part.sessionId === null;
}

function readingOf(body: Content | null): Reading {
  return body ? "whole" : "head";
}

function isNew(reading: Reading, body: Content | null): boolean {
  return reading === "unread" || (reading === "head" && body !== null);
}

/** Nothing came after what the server offered, for longer than any client takes for its next request. */
function isGivenUpOn(connection: Connection, now: number): boolean {
  const waited = Math.min(now, connection.leftAt ?? now) - connection.lastAt;
  return waited >= IMPATIENT_AFTER_MS && (protocolOf(connection).awaitsClient?.(connection) ?? false);
}

function gaveUp(connection: Connection): Outcome {
  const exchange = exchangesOf(connection).at(-1) ?? null;
  return { state: "failed", trouble: { phase: protocolOf(connection).firstStep, exchange, severity: "error" } };
}

/** The page waited, as long as it was there, or gave it up; each time for longer than anybody does who gets an answer. */
function waitedTooLong({ leftAt, retriedAt }: Connection, exchange: Exchange, now: number): boolean {
  if (isPending(exchange)) return (leftAt ?? now) - exchange.startedAt >= TOO_LONG_MS;
  const waited = waitedInVainMs(exchange);
  if (waited === null) return false;
  const isByPage = exchange.netError !== null && exchange.channel === "websocket";
  return waited >= TOO_LONG_MS || (isByPage && waited >= IMPATIENT_AFTER_MS && retriedAt !== null);
}

function holdsSocket(connection: Connection): boolean {
  return exchangesOf(connection).some(({ channel, endedAt }) => channel === "websocket" && endedAt === null);
}

/** What a page had open may be told of only after the page was left. */
function wasLeftBefore({ page, startedAt }: Exchange, current: NavigatedEvent): boolean {
  return page !== null && page !== current.page && startedAt < current.at;
}
