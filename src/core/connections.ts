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
  const unanswered = new Map<Exchange, Connection>();
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
    if (!entry.owner) assign(entry, recognise(entry.exchange));
    if (!entry.owner) return [];
    leadOn(entry);
    return [read(entry)];
  }

  function track(entry: Tracked): void {
    tracked.set(entry.exchange.id, entry);
    entry.early = orphans.get(entry.exchange.id) ?? [];
    orphans.delete(entry.exchange.id);
    unrecognised += 1;
  }

  function recognise(exchange: Exchange): { protocol: Protocol; part: Recognition } | null {
    for (const protocol of PROTOCOLS) {
      const part = protocol.recognise(exchange);
      if (part) return { protocol, part };
    }
    return recogniseRedirected(exchange);
  }

  /** Where a redirect leads may look like nothing at all (a login page), yet it belongs to who was sent there. */
  function recogniseRedirected(exchange: Exchange): { protocol: Protocol; part: Recognition } | null {
    const sender = awaiting.get(plainUrl(exchange.url))?.at(-1);
    if (!sender || exchange.channel === "preflight") return null;
    const role: Role = sender.parts.negotiate ? "negotiate" : "open";
    const part = { role, endpoint: sender.endpoint, transport: sender.transport, sessionId: null };
    return { protocol: protocolOf(sender), part };
  }

  function assign(entry: Tracked, found: { protocol: Protocol; part: Recognition } | null): void {
    if (!found) return;
    const { protocol, part } = found;
    const connection = joinable(entry.exchange, part) ?? open(entry.exchange, protocol, part);
    if (connection.protocol !== protocol.name) return;
    entry.owner = { connection, protocol, part };
    unrecognised -= 1;
    connection.transport = part.transport ?? connection.transport;
    for (const frame of entry.early.splice(0)) readFrame(entry, frame);
  }

  function joinable(exchange: Exchange, part: Recognition): Connection | null {
    const owner = part.sessionId ? bySessionId.get(part.sessionId) : undefined;
    if (owner) return owner;
    const queue = awaiting.get(plainUrl(exchange.url));
    const next = queue?.findLast((each) => part.role !== "preflight" || !each.parts.preflight || each.parts.negotiate);
    if (!queue || !next) return null;
    if (part.role !== "preflight") queue.splice(queue.indexOf(next), 1);
    return next;
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
      leftAt: null,
      session: protocol.newSession(),
    };
    unfinished.add(connection);
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
    return [entry.owner.connection];
  }

  function recogniseByFrame(exchange: Exchange, frame: FrameEvent): { protocol: Protocol; part: Recognition } | null {
    for (const protocol of PROTOCOLS) {
      const part = protocol.recogniseFrame(exchange, frame);
      if (part) return { protocol, part };
    }
    return null;
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

  function takeNavigated(event: NavigatedEvent): readonly Connection[] {
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

/** The shortest of the clients' own patience: a Socket.IO manager gives up after 20 s. */
const TOO_LONG_MS = 20_000;

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
