import { isAskedAgain } from "./ask-again.js";
import { absorb, type Connection, newConnection, type ProtocolName, whole } from "./connection.js";
import { type Exchange, mergeExchange, newExchange } from "./exchange.js";
import { createHeld } from "./held.js";
import { createLeftPages } from "./left-pages.js";
import { createMatching } from "./matching.js";
import {
  markedPlace,
  protocolOf,
  type Recognised,
  recognise,
  recogniseByFrame,
  recogniseMarked,
} from "./recognition.js";
import { createRetries } from "./retries.js";
import { createStrays, EARLY_FRAMES } from "./strays.js";
import { newTracked, readClose, readFrame, readNews, readWhole, type Tracked } from "./tracked.js";
import type { CloseEvent, ExchangeEvent, FrameEvent, NavigatedEvent, TrafficEvent } from "./traffic.js";
import { createUnderWay } from "./under-way.js";
import { parseUrl } from "./url.js";

export interface Connections {
  /**
   * Takes one event in and returns the connections that it changed. One among them may turn out to be the rest of another
   * (`absorbedBy`): it is no connection of its own any more.
   */
  take(event: TrafficEvent): readonly Connection[];
  /** The connection that a request belongs to; null for one of no protocol. */
  ownerOf(exchange: string): Connection | null;
  /** Requests that belong to no protocol. */
  unrecognised(): number;
  /** These are no longer kept. Returns the requests that were theirs. */
  forget(those: ReadonlySet<Connection>): ReadonlySet<string>;
  /** False where more of this request is still to come, so that it must stay known. */
  forgetRequest(exchange: string): boolean;
}

/** Folds events, in any order of arrival, into connections. The work per event does not grow with what came before. */
export function createConnections(): Connections {
  const matching = createMatching();
  const tracked = new Map<string, Tracked>();
  const strays = createStrays();
  const held = createHeld<Tracked>();
  const underWay = createUnderWay();
  const retries = createRetries();
  /** What the user says that a place speaks, by its endpoint. */
  const marks = new Map<string, ProtocolName>();
  const touched: Connection[] = [];
  const leftPages = createLeftPages();
  let made = 0;
  let unrecognised = 0;

  function take(event: TrafficEvent): readonly Connection[] {
    if (event.kind === "exchange") return takeExchange(event);
    if (event.kind === "frame") return event.isMore ? takeMore(event) : takeFrame(event);
    if (event.kind === "close") return takeClose(event);
    if (event.kind === "navigated") return takeNavigated(event);
    if (event.kind === "marked") marks.set(markedPlace(parseUrl(event.url)), event.protocol);
    if (event.kind === "tick") return underWay.waiting();
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
    const close = strays.takeClose(event.exchange);
    if (close) readClose(entry, close);
    return [connection, ...touched.splice(0)];
  }

  function recogniseHere(exchange: Exchange): Recognised | null {
    const found = recognise(exchange) ?? recogniseMarked(exchange, marks);
    return ((!found || isPollWithoutId(found)) && matching.findRedirected(exchange)) || found;
  }

  function track(exchange: Exchange): Tracked {
    const entry = newTracked(exchange, strays.takeFrames(exchange.id));
    tracked.set(exchange.id, entry);
    unrecognised += 1;
    return entry;
  }

  function assign(entry: Tracked, found: Recognised | null): void {
    if (!found) return;
    const { part, protocol } = found;
    const missing = missingFor(entry.exchange, found);
    if (missing) {
      held.hold(entry, missing);
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

  /** The URL that a redirect must have led to, or the id that an answer must have given, before it is known whose this is. */
  function missingFor({ url }: Exchange, found: Recognised): string | null {
    if (isPollWithoutId(found)) return url;
    const { isSure, sessionId } = found.part;
    if (isSure || !sessionId || matching.knowsId(sessionId) || matching.isExpected(url)) return null;
    return sessionId;
  }

  function release(key: string): void {
    for (const entry of held.release(key)) {
      assign(entry, recogniseHere(entry.exchange));
      if (entry.owner) read(entry);
    }
  }

  function open(exchange: Exchange, { protocol, part }: Recognised): Connection {
    made += 1;
    const session = protocol.newSession();
    const connection = newConnection(`c${made}`, protocol.name, part.endpoint, exchange, session);
    connection.leftAt = leftPages.leftAt(exchange);
    connection.isGuess = !part.isSure && part.sessionId === null;
    matching.begins(exchange, connection);
    underWay.begun(connection);
    const retried = retries.note(connection);
    if (retried) {
      touched.push(retried);
      noteWhoseTurn(retried);
    }
    return connection;
  }

  function read(entry: Tracked): Connection {
    const { exchange, owner } = entry;
    if (!owner) throw new Error(`${exchange.id} belongs to no connection`);
    const connection = whole(owner.connection);
    const told = readNews(entry);
    for (const id of told?.sessionIds ?? []) {
      join(matching.ownsId(id, connection), connection);
      release(id);
    }
    for (const url of told?.nextUrls ?? []) join(matching.leadsTo(url, exchange, connection), connection);
    if (told?.isFirst && !owner.part.sessionId) {
      join(matching.leadsOn(exchange, connection), connection);
      for (const key of held.keysOf((first) => matching.findRedirected(first.exchange) !== null)) release(key);
    }
    underWay.note(connection, exchange);
    noteWhoseTurn(connection);
    return connection;
  }

  function noteWhoseTurn(connection: Connection): void {
    underWay.awaits(connection, protocolOf(connection).awaitsClient?.(connection) ?? false);
  }

  /** The rest of a connection came before its beginning. */
  function join(rest: Connection | null, connection: Connection): void {
    if (!rest) return;
    underWay.joined(rest);
    absorb(rest, connection, protocolOf(connection).newSession());
    touched.push(rest);
  }

  function takeFrame(event: FrameEvent): readonly Connection[] {
    const entry = tracked.get(event.exchange);
    if (!entry) {
      strays.keepFrame(event);
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

  /** The whole of a message whose beginning was counted: its end may say more, a goodbye behind much else. */
  function takeMore(event: FrameEvent): readonly Connection[] {
    const entry = tracked.get(event.exchange);
    return entry?.owner ? [readWhole(entry, event)] : [];
  }

  function takeClose(event: CloseEvent): readonly Connection[] {
    const entry = tracked.get(event.exchange);
    if (entry?.owner) return [readClose(entry, event)];
    strays.keepClose(event);
    return [];
  }

  function takeNavigated(event: NavigatedEvent): readonly Connection[] {
    leftPages.navigated(event);
    retries.pageCame(event);
    const changed = underWay.leave(event);
    for (const connection of changed) if (connection.leftAt === null) noteWhoseTurn(connection);
    return changed;
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
    retries.forget(isGone);
    underWay.forget(isGone);
    matching.forget(isGone);
    return requests;
  }

  function forgetRequest(id: string): boolean {
    return tracked.get(id)?.exchange.endedAt != null && tracked.delete(id);
  }

  return { take, ownerOf, unrecognised: () => unrecognised, forget, forgetRequest };
}

/** No real poll: a page that a redirect led to is asked with the client's own headers, which make it look like one. */
function isPollWithoutId({ part }: Recognised): boolean {
  return part.role === "poll" && part.sessionId === null;
}
