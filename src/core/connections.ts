import { isAskedAgain } from "./ask-again.js";
import { type Carrying, carry, putDown } from "./carried.js";
import {
  absorb,
  type Connection,
  countMessage,
  countRequest,
  newConnection,
  type ProtocolName,
  whole,
} from "./connection.js";
import { type Exchange, isAnswered, mergeExchange, newExchange } from "./exchange.js";
import { createHeld } from "./held.js";
import { createLeftPages } from "./left-pages.js";
import { createMatching } from "./matching.js";
import type { Recognition } from "./protocols/protocol.js";
import { isNew, type Reading, readingOf } from "./reading.js";
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
import type { CloseEvent, ExchangeEvent, FrameEvent, NavigatedEvent, TrafficEvent } from "./traffic.js";
import { createUnderWay } from "./under-way.js";
import { parseUrl } from "./url.js";

/** What is known of one exchange: whose it is, and which of its sides have been read. */
interface Tracked extends Carrying {
  owner: { connection: Connection; part: Recognition } | null;
  request: Reading;
  response: Reading;
  /** Messages that came before it was known whose they are. */
  early: FrameEvent[];
}

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
    if (event.kind === "frame") return takeFrame(event);
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
    if (close) noteClose(entry, close);
    return [connection, ...touched.splice(0)];
  }

  function recogniseHere(exchange: Exchange): Recognised | null {
    const found = recognise(exchange) ?? recogniseMarked(exchange, marks);
    return ((!found || isPollWithoutId(found)) && matching.findRedirected(exchange)) || found;
  }

  function track(exchange: Exchange): Tracked {
    const early = strays.takeFrames(exchange.id);
    const entry: Tracked = {
      exchange,
      owner: null,
      request: "unread",
      response: "unread",
      early,
      carried: { sent: 0, received: 0 },
    };
    tracked.set(exchange.id, entry);
    unrecognised += 1;
    return entry;
  }

  function assign(entry: Tracked, found: Recognised | null): void {
    if (!found) return;
    const { part, protocol } = found;
    if (isPollWithoutId(found)) {
      held.hold(entry, entry.exchange.url);
      return;
    }
    if (
      !part.isSure &&
      part.sessionId &&
      !matching.knowsId(part.sessionId) &&
      !matching.isExpected(entry.exchange.url)
    ) {
      held.hold(entry, part.sessionId);
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
    const protocol = protocolOf(connection);
    const { role, sessionId } = owner.part;
    connection.page ??= exchange.page;
    countRequest(connection, role, exchange, entry.request === "unread");
    if (isNew(entry.request, exchange.requestBody)) {
      entry.request = readingOf(exchange.requestBody);
      carry(entry, connection, "sent");
      protocol.readRequest(connection, exchange, role);
    }
    if (isAnswered(exchange) && isNew(entry.response, exchange.responseBody)) {
      const isFirst = entry.response === "unread";
      entry.response = readingOf(exchange.responseBody);
      carry(entry, connection, "received");
      const told = protocol.readResponse(connection, exchange, role);
      for (const id of told.sessionIds) {
        join(matching.ownsId(id, connection), connection);
        release(id);
      }
      for (const url of told.nextUrls) join(matching.leadsTo(url, exchange, connection), connection);
      if (isFirst && !sessionId) {
        join(matching.leadsOn(exchange, connection), connection);
        for (const key of held.keysOf((first) => matching.findRedirected(first.exchange) !== null)) release(key);
      }
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

  function readFrame(entry: Tracked, frame: FrameEvent): void {
    const { exchange, owner } = entry;
    if (!owner) return;
    const connection = whole(owner.connection);
    putDown(entry, connection);
    countMessage(connection, frame);
    connection.lastAt = Math.max(connection.lastAt, frame.at);
    protocolOf(connection).readFrame(connection, frame, exchange);
  }

  function takeClose(event: CloseEvent): readonly Connection[] {
    const entry = tracked.get(event.exchange);
    if (entry?.owner) return [noteClose(entry, event)];
    strays.keepClose(event);
    return [];
  }

  function noteClose({ exchange, owner }: Tracked, event: CloseEvent): Connection {
    if (!owner) throw new Error(`${exchange.id} belongs to no connection`);
    const connection = whole(owner.connection);
    connection.close ??= event;
    exchange.endedAt ??= event.at;
    connection.lastAt = Math.max(connection.lastAt, event.at);
    return connection;
  }

  function takeNavigated(event: NavigatedEvent): readonly Connection[] {
    leftPages.navigated(event);
    return underWay.leave(event);
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
