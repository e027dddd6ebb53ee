import { type Connection, exchangesOf, lastOf, type Outcome, troubleOf, warningAt } from "./connection.js";
import { closedHere, givenUpAt, IMPATIENT_AFTER_MS, isGone, wasLeftUnanswered, wasLeftUnused } from "./endings.js";
import { type Exchange, isPending, isTakenBack, waitedInVainMs } from "./exchange.js";
import { protocolOf } from "./recognition.js";

/** The shortest of the clients' own patience: a Socket.IO manager gives up after 20 s. */
const TOO_LONG_MS = 20_000;

/** How the connection stands at this time; waiting too long for an answer is trouble, too. */
export function judge(connection: Connection, now: number): Outcome {
  const protocol = protocolOf(connection);
  const outcome = protocol.judge(connection);
  const trouble = troubleOf(outcome);
  if (trouble && wasLeftUnanswered(connection, trouble.exchange)) return { state: "closed" };
  if (outcome.state === "open") return withoutItsUpgrade(connection, now) ?? outcome;
  if (outcome.state !== "connecting") return outcome;
  if (standsUnheard(connection)) return { state: "open" };
  const waiting = exchangesOf(connection).find((each) => waitedTooLong(connection, each, now));
  if (!waiting) return unfinished(connection, now) ?? outcome;
  const phase = connection.parts.negotiate?.last === waiting ? "negotiate" : protocol.firstStep;
  const severity = isPending(waiting) ? "warning" : "error";
  return { state: "failed", trouble: { phase, exchange: waiting, severity } };
}

/**
 * The socket is open, and of its messages nobody tells, so that its handshake was not seen either: the page was there before
 * anybody looked, or it is a worker's in Firefox.
 */
function standsUnheard(connection: Connection): boolean {
  const { sent, received, leftAt } = connection;
  const socket = exchangesOf(connection).findLast(({ channel }) => channel === "websocket");
  const isUnheard = socket !== undefined && !socket.pageTold && sent.count + received.count === 0;
  return isUnheard && socket.status === 101 && socket.endedAt === null && leftAt === null;
}

/**
 * Polling goes on while the upgrade waits: Engine.IO's client gives no probe up, and a development server answers none; for
 * it Firefox does.
 */
function withoutItsUpgrade(connection: Connection, now: number): Outcome | null {
  const upgrade = lastOf(connection, "upgrade");
  if (!upgrade) return null;
  const waited = isPending(upgrade) ? now - upgrade.startedAt : (waitedInVainMs(upgrade) ?? 0);
  return waited >= TOO_LONG_MS ? { state: "degraded", trouble: warningAt("upgrade", upgrade) } : null;
}

/** Null as long as it may yet come about. */
function unfinished(connection: Connection, now: number): Outcome | null {
  if (isGivenUpOn(connection, now)) return gaveUp(connection);
  return connection.leftAt !== null || isGone(connection) || wasTakenBack(connection) ? { state: "closed" } : null;
}

/** The page wants it no more. */
function wasTakenBack(connection: Connection): boolean {
  const last = exchangesOf(connection).at(-1);
  return closedHere(connection) || (last !== undefined && isTakenBack(last)) || wasLeftUnused(connection);
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
function waitedTooLong(connection: Connection, exchange: Exchange, now: number): boolean {
  const { leftAt, retriedAt } = connection;
  if (isPending(exchange))
    return (leftAt ?? now) - exchange.startedAt >= TOO_LONG_MS || wasLeft(connection, exchange, now);
  const waited = waitedInVainMs(exchange);
  if (waited === null) return false;
  const isByPage = exchange.netError !== null;
  return waited >= TOO_LONG_MS || (isByPage && waited >= IMPATIENT_AFTER_MS && retriedAt !== null);
}

/** Two connections that were begun soon after each other wait beside each other, and neither was given up. */
const BESIDE_MS = 5000;

function wasLeft(connection: Connection, request: Exchange, now: number): boolean {
  const at = givenUpAt(connection, request) ?? request.startedAt;
  return at - request.startedAt >= IMPATIENT_AFTER_MS && now - request.startedAt >= BESIDE_MS;
}
