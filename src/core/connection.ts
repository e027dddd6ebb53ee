import { type Exchange, isFailure } from "./exchange.js";
import { type Beats, countBeat, isHeartbeat, noBeats } from "./heartbeats.js";
import type { ProtocolName, Session } from "./protocols/session.js";
import type { CloseEvent, FrameEvent } from "./traffic.js";

export type { ProtocolName, Session } from "./protocols/session.js";

export type Transport = "websocket" | "webtransport" | "sse" | "long-polling" | "polling";

/** Where on its way a connection broke; `service` is what only the service's own log shows. */
export const PHASES = [
  "preflight",
  "negotiate",
  "connect",
  "upgrade",
  "handshake",
  "open",
  "poll",
  "message",
  "close",
  "service",
] as const;
export type Phase = (typeof PHASES)[number];

/** What one request does for its connection. */
export type Role = "preflight" | "negotiate" | "open" | "connect" | "upgrade" | "poll" | "send" | "stop";

/** All requests of one role: enough to show and to judge, however many there were. */
interface Part {
  count: number;
  first: Exchange;
  last: Exchange;
  /** The first that failed, by its start. */
  failed: Exchange | null;
}

/** Messages in one direction. */
interface MessageTally {
  count: number;
  bytes: number;
  /** Of some message only the least is known that it can have. */
  atLeast: boolean;
  largestBytes: number;
  first: FrameEvent | null;
  last: FrameEvent | null;
  beats: Beats;
}

/** One client's attempt at one session, with all its requests and messages. */
export interface Connection {
  id: string;
  protocol: ProtocolName;
  /** Origin and path that the page asked for, with http(s) for ws(s). */
  endpoint: string;
  transport: Transport | null;
  page: string | null;
  startedAt: number;
  lastAt: number;
  parts: Partial<Record<Role, Part>>;
  sent: MessageTally;
  received: MessageTally;
  /** Messages in the bodies of requests that nobody told of message by message. */
  carried: Record<FrameEvent["direction"], number>;
  close: CloseEvent | null;
  /** The same page asked the same endpoint again, soon after this connection's last sign of life. */
  retriedAt: number | null;
  /** The page was left while the connection was still on. */
  leftAt: number | null;
  session: Session;
  /** Of which protocol it is, a path alone says. */
  isGuess: boolean;
  /** This was the rest of that connection, whose beginning was told of later. */
  absorbedBy: Connection | null;
}

/** What is wrong with a connection, and with which of its requests. */
export interface Trouble {
  phase: Phase;
  exchange: Exchange | null;
  severity: "error" | "warning";
}

/** `degraded` works, but not as it should (an upgrade that failed while polling goes on). */
export type Outcome =
  | { state: "connecting" }
  | { state: "open" }
  | { state: "closed" }
  | { state: "degraded"; trouble: Trouble }
  | { state: "failed"; trouble: Trouble };

export function troubleOf(outcome: Outcome): Trouble | null {
  return "trouble" in outcome ? outcome.trouble : null;
}

export function errorAt(phase: Phase, exchange: Exchange | null): Trouble {
  return { phase, exchange, severity: "error" };
}

export function warningAt(phase: Phase, exchange: Exchange | null): Trouble {
  return { phase, exchange, severity: "warning" };
}

export function newConnection(
  id: string,
  protocol: ProtocolName,
  endpoint: string,
  first: Exchange,
  session: Session,
): Connection {
  return {
    id,
    protocol,
    endpoint,
    transport: null,
    page: first.page,
    startedAt: first.startedAt,
    lastAt: first.startedAt,
    parts: {},
    sent: emptyTally(),
    received: emptyTally(),
    carried: { sent: 0, received: 0 },
    close: null,
    retriedAt: null,
    leftAt: null,
    session,
    isGuess: false,
    absorbedBy: null,
  };
}

/** What its protocol remembers; to ask for what another one does is the caller's mistake. */
export function sessionOf<Name extends ProtocolName>(
  { id, session }: Connection,
  protocol: Name,
): Extract<Session, { protocol: Name }> {
  if (session.protocol !== protocol) throw new Error(`${id} is no connection of ${protocol}`);
  return session as Extract<Session, { protocol: Name }>;
}

/** The connection that this one is, or is a part of. */
export function whole(connection: Connection): Connection {
  return connection.absorbedBy ? whole(connection.absorbedBy) : connection;
}

function emptyTally(): MessageTally {
  return { count: 0, bytes: 0, atLeast: false, largestBytes: 0, first: null, last: null, beats: noBeats() };
}

/**
 * What the session goes over. One of Engine.IO that began with polling stays there until it has moved to its socket, which is
 * asked for before that; and polls that are told of after it are from before.
 */
export function transportOf({ session, transport, parts }: Connection): Transport | null {
  if (session.protocol !== "engine-io") return transport;
  if (session.movedTo) return "websocket";
  return parts.open?.last.channel === "http" ? "polling" : transport;
}

export function countMessage({ protocol, sent, received }: Connection, frame: FrameEvent): void {
  const tally = frame.direction === "sent" ? sent : received;
  if (isHeartbeat(protocol, frame)) countBeat(tally.beats, frame.at);
  const bytes = frame.payload.bytes ?? 0;
  tally.count += 1;
  tally.bytes += bytes;
  tally.atLeast ||= frame.payload.atLeast === true;
  tally.largestBytes = Math.max(tally.largestBytes, bytes);
  tally.first ??= frame;
  tally.last = frame;
}

/** Counts a request, and keeps the first, the last and the first that failed of its role. */
export function countRequest(connection: Connection, role: Role, exchange: Exchange, isNew: boolean): void {
  connection.startedAt = Math.min(connection.startedAt, exchange.startedAt);
  connection.lastAt = Math.max(connection.lastAt, exchange.endedAt ?? exchange.startedAt);
  const failed = isFailure(exchange) ? exchange : null;
  const part = connection.parts[role];
  if (!part) connection.parts[role] = { count: 1, first: exchange, last: exchange, failed };
  else {
    // Firefox may tell of a failure before it knows of the answer.
    if (part.failed === exchange) part.failed = failed;
    else if (failed && (!part.failed || failed.startedAt < part.failed.startedAt)) part.failed = failed; // told of in any order
    if (isNew) part.count += 1;
    if (isNew && exchange.startedAt >= part.last.startedAt) part.last = exchange; // told of in any order
  }
}

/** Both know different things of one connection; what the rest learnt stands over what the beginning left open. */
export function absorb(rest: Connection, into: Connection, blank: Session): void {
  const learnt = Object.entries(rest.session).filter(([key, value]) => value !== blank[key as keyof Session]);
  Object.assign(into.session, Object.fromEntries(learnt));
  for (const [role, part] of Object.entries(rest.parts) as [Role, Part][]) {
    const known = into.parts[role];
    into.parts[role] = known ? joined(known, part) : part;
  }
  into.sent = rest.sent;
  into.received = rest.received;
  into.carried.sent += rest.carried.sent;
  into.carried.received += rest.carried.received;
  into.close ??= rest.close;
  into.leftAt ??= rest.leftAt;
  if (into.retriedAt === rest.startedAt) into.retriedAt = null; // that was no retry, but its own rest
  into.retriedAt ??= rest.retriedAt;
  into.transport = rest.transport ?? into.transport;
  into.lastAt = Math.max(into.lastAt, rest.lastAt);
  rest.absorbedBy = into;
}

function joined(one: Part, other: Part): Part {
  const [first, last] = one.first.startedAt <= other.first.startedAt ? [one, other] : [other, one];
  return { count: one.count + other.count, first: first.first, last: last.last, failed: first.failed ?? last.failed };
}

/** Every request that is still remembered, in the order of their start. */
export function exchangesOf(connection: Connection): Exchange[] {
  const found = new Set<Exchange>();
  for (const part of Object.values(connection.parts)) {
    found.add(part.first);
    found.add(part.last);
    if (part.failed) found.add(part.failed);
  }
  return [...found].sort((one, other) => one.startedAt - other.startedAt);
}

export function lastOf(connection: Connection, role: Role): Exchange | null {
  return connection.parts[role]?.last ?? null;
}

export function failedOf(connection: Connection, role: Role): Exchange | null {
  return connection.parts[role]?.failed ?? null;
}
