import { type Connection, countMessage, emptyTally, exchangesOf, type Outcome, type Role } from "./connection.js";
import { type Exchange, isAnswered, isFailure, isFollowedRedirect, header, mergeExchange, newExchange } from "./exchange.js";
import { PROTOCOLS } from "./protocols/index.js";
import type { Protocol, Recognition } from "./protocols/protocol.js";
import type { CloseEvent, ExchangeEvent, FrameEvent, NavigatedEvent, TrafficEvent } from "./traffic.js";
import { endpointOf, parseUrl } from "./url.js";

/** What is known of one exchange: whose it is, and which of its sides have been read. */
interface Tracked {
  exchange: Exchange;
  owner: { connection: Connection; protocol: Protocol; part: Recognition } | null;
  requestRead: boolean;
  responseRead: boolean;
  /** Messages that came before it was known whose they are. */
  early: FrameEvent[];
}

export interface Connections {
  /** Takes one event in and returns the connections that it changed. */
  take(event: TrafficEvent): readonly Connection[];
  protocolOf(connection: Connection): Protocol;
  /** How the connection stands at this time; waiting too long for an answer is trouble, too. */
  judge(connection: Connection, now: number): Outcome;
  /** Requests that belong to no protocol. */
  unrecognised(): number;
}

/** A socket that nothing gave away may still show itself by its first messages; more than these are not kept for it. */
const EARLY_FRAMES = 4;

/** Folds events, in any order of arrival, into connections. The work per event does not grow with what came before. */
export function createConnections(): Connections {
  const tracked = new Map<string, Tracked>();
  const orphans = new Map<string, FrameEvent[]>();
  const bySessionId = new Map<string, Connection>();
  const awaiting = new Map<string, Connection[]>();
  const unfinished = new Set<Connection>();
  const latestMain = new Map<string, { connection: Connection; exchange: Exchange }>();
  const latestAt = new Map<string, Connection>();
  const unanswered = new Map<Exchange, Connection>();
  const touched: Connection[] = [];
  let current: NavigatedEvent | null = null;
  let made = 0;
  let unrecognised = 0;

  function take(event: TrafficEvent): readonly Connection[] {
    if (event.kind === "exchange") return takeExchange(event);
    if (event.kind === "frame") return takeFrame(event);
    if (event.kind === "close") return takeClose(event);
    if (event.kind === "navigated") return takeNavigated(event);
    if (event.kind === "tick") return [...new Set(unanswered.values())];
    return [];
  }

  function takeExchange(event: ExchangeEvent): readonly Connection[] {
    const known = tracked.get(event.exchange);
    const entry = known ?? { exchange: newExchange(event), owner: null, requestRead: false, responseRead: false, early: [] };
    if (known) mergeExchange(known.exchange, event);
    else track(entry);
    if (!entry.owner) assign(entry, recognise(entry.exchange) ?? recogniseRedirected(entry.exchange));
    if (!entry.owner) return [];
    leadOn(entry);
    return [read(entry), ...touched.splice(0)];
  }

  function track(entry: Tracked): void {
    tracked.set(entry.exchange.id, entry);
    entry.early = orphans.get(entry.exchange.id) ?? [];
    orphans.delete(entry.exchange.id);
    unrecognised += 1;
  }

  /** Where a redirect leads may look like nothing at all (a login page), yet it belongs to who was sent there. */
  function recogniseRedirected(exchange: Exchange): Recognised | null {
    const sender = awaiting.get(plainUrl(exchange.url))?.at(-1);
    if (!sender || exchange.channel === "preflight") return null;
    const role: Role = sender.parts.negotiate ? "negotiate" : "open";
    const part = { role, endpoint: sender.endpoint, transport: sender.transport, sessionId: null };
    return { protocol: protocolOf(sender), part };
  }

  function assign(entry: Tracked, found: Recognised | null): void {
    if (!found) return;
    const { protocol, part } = found;
    const connection = joinable(entry.exchange, part) ?? open(entry.exchange, protocol, part);
    if (connection.protocol !== protocol.name) return;
    entry.owner = { connection, protocol, part };
    unrecognised -= 1;
    connection.transport = part.transport ?? connection.transport;
    if (part.role !== "preflight" && !part.sessionId) latestMain.set(plainUrl(entry.exchange.url), { connection, exchange: entry.exchange });
    for (const frame of entry.early.splice(0)) readFrame(entry, frame);
  }

  function joinable(exchange: Exchange, part: Recognition): Connection | null {
    const owner = part.sessionId ? bySessionId.get(part.sessionId) : undefined;
    if (owner) return owner;
    const queue = awaiting.get(plainUrl(exchange.url));
    const next = queue?.findLast((each) => part.role !== "preflight" || !each.parts.preflight || each.parts.negotiate);
    if (part.role === "preflight" && !next) return sentJustBefore(exchange);
    if (!queue || !next) return null;
    if (part.role !== "preflight") queue.splice(queue.indexOf(next), 1);
    return next;
  }

  /** Ordered by start, the request comes a moment before its own preflight. */
  function sentJustBefore(preflight: Exchange): Connection | null {
    const main = latestMain.get(plainUrl(preflight.url));
    if (!main || main.connection.parts.preflight) return null;
    const lag = preflight.startedAt - main.exchange.startedAt;
    return lag >= 0 && lag < PREFLIGHT_LAG_MS ? main.connection : null;
  }

  /** A client that connects again right after a session ended without a goodbye has lost it. */
  function noteRetry(next: Connection): void {
    const before = latestAt.get(next.endpoint);
    latestAt.set(next.endpoint, next);
    if (!before || before.page !== next.page || next.startedAt - before.lastAt > RETRY_WITHIN_MS) return;
    before.retriedAt ??= next.startedAt;
    touched.push(before);
  }

  function open(exchange: Exchange, protocol: Protocol, part: Recognition): Connection {
    made += 1;
    const connection: Connection = {
      id: `c${made}`,
      protocol: protocol.name,
      endpoint: part.endpoint,
      transport: part.transport,
      page: exchange.page,
      startedAt: exchange.startedAt,
      lastAt: exchange.startedAt,
      parts: {},
      sent: emptyTally(),
      received: emptyTally(),
      close: null,
      retriedAt: null,
      leftAt: hasBeenLeft(exchange) ? (current?.at ?? null) : null,
      session: protocol.newSession(),
    };
    unfinished.add(connection);
    noteRetry(connection);
    if (part.sessionId) bySessionId.set(part.sessionId, connection);
    return connection;
  }

  /** After a preflight the request itself comes to this URL; after a redirect, to the next. Ids tell better where there are any. */
  function leadOn({ exchange, owner, responseRead }: Tracked): void {
    if (!owner || responseRead || owner.part.sessionId) return;
    const location = isFollowedRedirect(exchange) && header(exchange.responseHeaders, "location");
    if (location) expect(resolve(exchange, location), owner.connection);
    else if (exchange.channel === "preflight") expect(exchange.url, owner.connection);
  }

  function expect(url: string, connection: Connection): void {
    const queue = awaiting.get(plainUrl(url)) ?? [];
    if (!queue.includes(connection)) queue.push(connection);
    awaiting.set(plainUrl(url), queue);
  }

  function read(entry: Tracked): Connection {
    const { exchange, owner } = entry;
    if (!owner) throw new Error(`${exchange.id} belongs to no connection`);
    const { connection, protocol } = owner;
    const { role } = owner.part;
    count(connection, role, exchange, !entry.requestRead);
    if (!entry.requestRead) {
      entry.requestRead = true;
      protocol.readRequest(connection, exchange, role);
    }
    if (!entry.responseRead && isAnswered(exchange)) {
      entry.responseRead = true;
      const told = protocol.readResponse(connection, exchange, role);
      for (const id of told.sessionIds) bySessionId.set(id, connection);
      for (const url of told.nextUrls) expect(url, connection);
    }
    if (isAnswered(exchange) || exchange.endedAt !== null) unanswered.delete(exchange);
    else unanswered.set(exchange, connection);
    if (isFailure(exchange)) fail(connection, role, exchange);
    return connection;
  }

  function takeFrame(event: FrameEvent): readonly Connection[] {
    const entry = tracked.get(event.exchange);
    if (!entry) {
      const waiting = orphans.get(event.exchange) ?? [];
      if (waiting.length < EARLY_FRAMES) orphans.set(event.exchange, [...waiting, event]);
      return [];
    }
    if (!entry.owner) assign(entry, recogniseByFrame(entry.exchange, event));
    if (!entry.owner) {
      if (entry.early.length < EARLY_FRAMES) entry.early.push(event);
      return [];
    }
    if (!entry.requestRead) read(entry);
    readFrame(entry, event);
    return [entry.owner.connection, ...touched.splice(0)];
  }

  function readFrame({ exchange, owner }: Tracked, frame: FrameEvent): void {
    if (!owner) return;
    const { connection, protocol } = owner;
    countMessage(frame.direction === "sent" ? connection.sent : connection.received, frame);
    connection.lastAt = Math.max(connection.lastAt, frame.at);
    protocol.readFrame(connection, frame, exchange);
  }

  function takeClose(event: CloseEvent): readonly Connection[] {
    const entry = tracked.get(event.exchange);
    if (!entry?.owner) return [];
    const { connection } = entry.owner;
    connection.close ??= event;
    entry.exchange.endedAt ??= event.at;
    connection.lastAt = Math.max(connection.lastAt, event.at);
    return [connection];
  }

  /** What a page had open may be told of only after the page was left. */
  function hasBeenLeft(exchange: Exchange): boolean {
    return current !== null && exchange.page !== null && exchange.page !== current.page && exchange.startedAt < current.at;
  }

  function takeNavigated(event: NavigatedEvent): readonly Connection[] {
    current = event;
    const left = [...unfinished].filter((connection) => connection.page !== event.page);
    for (const connection of left) {
      connection.leftAt ??= event.at;
      unfinished.delete(connection);
    }
    return left;
  }

  function judge(connection: Connection, now: number): Outcome {
    const outcome = protocolOf(connection).judge(connection);
    if (outcome.state !== "connecting" || connection.leftAt !== null) return outcome;
    const waiting = exchangesOf(connection).find((each) => unanswered.has(each) && now - each.startedAt >= TOO_LONG_MS);
    if (!waiting) return outcome;
    const phase = tracked.get(waiting.id)?.owner?.part.role === "negotiate" ? "negotiate" : protocolOf(connection).firstStep;
    return { state: "failed", trouble: { phase, exchange: waiting, severity: "warning" } };
  }

  return { take, protocolOf, judge, unrecognised: () => unrecognised };
}

const PREFLIGHT_LAG_MS = 50;

/** @microsoft/signalr gives up its reconnects after 0, 2, 10 and 30 s. */
const RETRY_WITHIN_MS = 31_000;

/** The shortest of the clients' own patience: a Socket.IO manager gives up after 20 s. */
const TOO_LONG_MS = 20_000;

/** Whose a request is. */
export interface Recognised {
  protocol: Protocol;
  part: Recognition;
}

/** By the request itself, its answer and its initiator; null where they speak for no protocol. */
export function recognise(exchange: Exchange): Recognised | null {
  for (const protocol of PROTOCOLS) {
    const part = protocol.recognise(exchange);
    if (part) return { protocol, part };
  }
  return null;
}

/** By a message, on a socket that nothing else gave away. */
export function recogniseByFrame(exchange: Exchange, frame: FrameEvent): Recognised | null {
  for (const protocol of PROTOCOLS) {
    const part = protocol.recogniseFrame(exchange, frame);
    if (part) return { protocol, part };
  }
  return null;
}

function protocolOf(connection: Connection): Protocol {
  const protocol = PROTOCOLS.find((each) => each.name === connection.protocol);
  if (!protocol) throw new Error(`no protocol is named ${connection.protocol}`);
  return protocol;
}

function count(connection: Connection, role: Role, exchange: Exchange, isNew: boolean): void {
  connection.startedAt = Math.min(connection.startedAt, exchange.startedAt);
  connection.lastAt = Math.max(connection.lastAt, exchange.endedAt ?? exchange.startedAt);
  const part = connection.parts[role];
  if (!part) connection.parts[role] = { count: 1, first: exchange, last: exchange, failed: null };
  else if (isNew) Object.assign(part, { count: part.count + 1, last: exchange });
}

function fail(connection: Connection, role: Role, exchange: Exchange): void {
  const part = connection.parts[role];
  if (part) part.failed ??= exchange;
}

/** Two spellings of one URL: ws for http, and a query that the redirect may have changed, are the same place. */
function plainUrl(url: string): string {
  const address = parseUrl(url);
  return endpointOf(address);
}

function resolve(exchange: Exchange, location: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(location)) return location;
  const { scheme, host } = exchange.address;
  return `${scheme}://${host}${location.startsWith("/") ? "" : "/"}${location}`;
}
