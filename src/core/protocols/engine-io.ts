import {
  type Connection,
  errorAt,
  failedOf,
  lastOf,
  type Outcome,
  type Role,
  sessionOf,
  type Trouble,
  warningAt,
} from "../connection.js";
import { isPreflightProblem } from "../cors.js";
import {
  answeredTooLateMs,
  closedHere,
  endedByLeaving,
  failedPreflight,
  wasDropped,
  wasGivenUp,
  wasLost,
  wentWithItsPoll,
} from "../endings.js";
import { type Exchange, isFailure } from "../exchange.js";
import { endpointOf } from "../url.js";
import { engineIoError } from "./engine-io-error.js";
import { readFrame, readRequest, readResponse } from "./engine-io-packets.js";
import { type EngineIoSession, newSession, patienceMs } from "./engine-io-session.js";
import type { Protocol, Recognition } from "./protocol.js";

export const engineIo: Protocol = {
  name: "engine-io",
  steps: ["preflight", "open", "poll", "connect", "upgrade", "message"],
  firstStep: "open",
  newSession,
  recognise,
  assume,
  recogniseFrame: () => null,
  readRequest,
  readResponse,
  readFrame,
  judge,
  awaitsClient: wasAnsweredTooLate,
};

/** `EIO` with `transport` says it on any path; the default paths say it for clients that leave EIO out. */
function recognise(exchange: Exchange): Recognition | null {
  const { query, path } = exchange.address;
  if ((isSocket(exchange) && isSocketIoPath(path)) || isRefusedOfOld(exchange)) return assume(exchange);
  const named = /^\d$/.test(query.get("EIO") ?? "") && query.has("transport");
  const asked = query.get("transport") ?? "";
  if (!named && !(/^(polling|websocket|webtransport)$/.test(asked) && isSocketIoPath(path))) return null;
  return assume(exchange);
}

function assume(exchange: Exchange): Recognition {
  const { address, channel } = exchange;
  return {
    role: roleOf(exchange),
    endpoint: endpointOf(address),
    transport: channel === "websocket" || channel === "webtransport" ? channel : "polling",
    sessionId: address.query.get("sid") ?? null,
    isSure: true,
  };
}

function isSocket({ channel }: Exchange): boolean {
  return channel === "websocket" || channel === "webtransport";
}

/**
 * The client asks for a WebTransport session by the path alone; the session's id goes over its first stream, which nobody
 * reads here. A plain WebSocket that is no client of Engine.IO's comes with the path alone as well.
 */
export function isSocketIoPath(path: string): boolean {
  return /\/(socket|engine)\.io\/?$/.test(path);
}

/** Version 0.9 spoke another protocol, in which nothing is read here; that a server of today knows nothing of it can be told. */
function isRefusedOfOld({ address, status }: Exchange): boolean {
  return (status ?? 0) >= 400 && /\/socket\.io\/1\/?$/.test(address.path);
}

function roleOf(exchange: Exchange): Role {
  if (exchange.channel === "preflight") return "preflight";
  if (!exchange.address.query.get("sid")) return "open";
  if (exchange.channel === "websocket") return "upgrade";
  return exchange.method === "POST" ? "send" : "poll";
}

function judge(connection: Connection): Outcome {
  const session = sessionOf(connection, "engine-io");
  const trouble = troubleOn(connection, session);
  if (trouble) return { state: "failed", trouble };
  if (session.recovery?.granted === false) {
    const exchange = lastOf(connection, "upgrade") ?? lastOf(connection, "open");
    return { state: "degraded", trouble: warningAt("connect", exchange) };
  }
  const upgrade = failedOf(connection, "upgrade");
  if (upgrade && !session.movedTo && wasMeant(connection, session, upgrade)) {
    return { state: "degraded", trouble: warningAt("upgrade", upgrade) };
  }
  const second = secondSocketOf(connection, session);
  if (second) return { state: "degraded", trouble: warningAt("upgrade", second) };
  const first = lastOf(connection, "open");
  if (first?.channel === "webtransport") return judgeTransport(first);
  if (!isOpened(session) || wasAnsweredTooLate(connection)) return { state: "connecting" };
  const socket = carrierOf(connection, session);
  const isOver = session.endedAt !== null || connection.leftAt !== null;
  const hasGone = socket?.channel === "websocket" ? socket.endedAt !== null : wentWithItsPoll(connection);
  return { state: isOver || hasGone ? "closed" : "open" };
}

/**
 * What the session lives on last. A socket that never opened, or was probed at most before it ended, never took over from
 * polling: the server closes it after its upgradeTimeout (https://socket.io/docs/v4/server-options/#upgradetimeout), and polling goes on.
 */
function carrierOf(connection: Connection, { movedTo }: EngineIoSession): Exchange | null {
  const upgrade = lastOf(connection, "upgrade");
  const isOnlyProbed = connection.close !== null && connection.sent.count <= 1;
  return movedTo ?? (upgrade?.status === 101 && !isOnlyProbed ? upgrade : lastOf(connection, "open"));
}

/** A session lives on one socket: a server opens a further one that asks for it, and closes it without a word. */
export function secondSocketOf(connection: Connection, { movedTo }: EngineIoSession): Exchange | null {
  const last = lastOf(connection, "upgrade");
  if (!movedTo || !last || last === movedTo || last.startedAt < movedTo.startedAt) return null;
  return last.status === 101 && connection.close?.exchange === last.id && !closedHere(connection) ? last : null;
}

/** Where DevTools kept the first answer's body to itself, what only an open session does shows it as well. */
function isOpened({ openAnswer, movedTo, namespaceConnected }: EngineIoSession): boolean {
  return openAnswer === "open-packet" || movedTo !== null || namespaceConnected;
}

/** A session that its client knows nothing of: it had asked for another one before this one was opened. */
function wasAnsweredTooLate(connection: Connection): boolean {
  const { open, poll, send, upgrade } = connection.parts;
  return open !== undefined && !(poll || send || upgrade) && answeredTooLateMs(connection, open.last) !== null;
}

/** Of a WebTransport session only its beginning and its end are known. */
function judgeTransport({ status, endedAt }: Exchange): Outcome {
  if (status === null) return { state: "connecting" };
  return { state: endedAt === null ? "open" : "closed" };
}

function troubleOn(connection: Connection, session: EngineIoSession): Trouble | null {
  const preflight = failedPreflight(connection);
  if (preflight) return errorAt("preflight", preflight);
  const open = lastOf(connection, "open");
  if (open && (isFailure(open) || isWrongAnswer(session))) {
    const isStopped = isFailure(open) && isPreflightProblem(lastOf(connection, "preflight"));
    return errorAt(isStopped ? "preflight" : "open", open);
  }
  if (open && (isCutOff(connection, session, open) || speaksOtherwise(session))) return errorAt("open", open);
  if (session.clientVersion === "4" && session.joinedBare) return errorAt("connect", open);
  if (session.connectError) return errorAt("connect", session.connectError.shownBy);
  return troubleInSession(connection, session);
}

function troubleInSession(connection: Connection, session: EngineIoSession): Trouble | null {
  const [poll, send] = [failedOf(connection, "poll"), failedOf(connection, "send")];
  const isSendFirst = poll && send && brokeBefore(send, poll) && wasMeant(connection, session, send);
  if (poll && !isSendFirst && wasMeant(connection, session, poll) && !wasGivenUp(connection, poll))
    return errorAt("poll", poll);
  if (send && wasMeant(connection, session, send))
    return errorAt(session.namespaceConnected ? "message" : "poll", send);
  const socket = carrierOf(connection, session);
  if (session.endedBy === "server") return troubleAtGoodbye(session, socket);
  if (socket?.channel !== "websocket" || session.endedAt !== null) return null;
  if (!session.namespaceConnected) return isTurnedAway(connection, session, socket) ? errorAt("connect", socket) : null;
  const dropped = secondSocketOf(connection, session) ? null : wasDropped(connection);
  const isDropped = dropped ?? (fellSilent(connection, session) || wasLost(connection, socket));
  return isDropped ? warningAt("close", socket) : null;
}

const UNKNOWN_SESSION = 1;

/**
 * A session that the server no longer knows is what a message left behind which it broke over; that the poll for it had begun
 * before, or that the message's end is told of later, says nothing.
 */
function brokeBefore(send: Exchange, poll: Exchange): boolean {
  if (send.startedAt < poll.startedAt) return true;
  const isAftermath = engineIoError(poll)?.code === UNKNOWN_SESSION && engineIoError(send)?.code !== UNKNOWN_SESSION;
  return isAftermath && send.startedAt <= (poll.endedAt ?? poll.startedAt);
}

/** The server took the client out of its namespace, or ended the session before it was in one. */
function troubleAtGoodbye({ namespaceConnected, joinAsked }: EngineIoSession, last: Exchange | null): Trouble | null {
  if (namespaceConnected) return warningAt("close", last);
  return joinAsked ? errorAt("connect", last) : null;
}

/** What came first over the socket is no packet of Engine.IO. */
function speaksOtherwise({ openAnswer, foreign }: EngineIoSession): boolean {
  return openAnswer === null && foreign?.direction === "received";
}

/** The server opened the session and ended it before the client had joined a namespace. */
function isTurnedAway({ close }: Connection, session: EngineIoSession, socket: Exchange): boolean {
  return session.openAnswer === "open-packet" && socket.endedAt !== null && close !== null && close.by === "server";
}

/** Two clocks, the page's and the browser's, may differ by that much. */
export const TIMERS_ARE_EARLY = 0.95;

/** A client of revision 4 closes when no ping came in time; https://socket.io/docs/v4/server-options/#pingtimeout */
export function fellSilent(connection: Connection, session: EngineIoSession): boolean {
  return connection.close?.by === "page" && pingsOverdue(connection, session);
}

/**
 * The server sent nothing for so long that its own pings were overdue, and then one of the two closed: a server that stood
 * still closes as it wakes, its client when it has waited long enough, and who is first is chance.
 */
export function pingsOverdue({ close, received }: Connection, session: EngineIoSession): boolean {
  const patience = patienceMs(session);
  if (!close || (close.by !== "page" && close.by !== "server") || !received.last || patience === null) return false;
  return session.serverVersion !== "3" && close.at - received.last.at >= patience * TIMERS_ARE_EARLY;
}

/**
 * What fails after the session's end was not meant to succeed any more; nor what gets no answer once the page was left. What
 * the server answered had its page there still: DevTools may tell of a load long after the page's first requests. A socket
 * refused with a status always was meant: the official client ends no session before its upgrade has.
 */
function wasMeant({ leftAt }: Connection, { endedAt }: EngineIoSession, exchange: Exchange): boolean {
  const isAnswered = Boolean(exchange.status);
  if (exchange.channel === "websocket" && isAnswered && exchange.status !== 101) return true;
  if (endedAt !== null && exchange.startedAt >= endedAt) return false;
  return isAnswered || leftAt === null || exchange.startedAt < leftAt;
}

/** A 200 that no client of this revision understands. */
function isWrongAnswer(session: EngineIoSession): boolean {
  if (session.openAnswer === null) return false;
  const isNewClient = session.clientVersion === "4";
  return session.openAnswer !== "open-packet" || (isNewClient && session.serverVersion === "3");
}

/** The socket was accepted and ended before the server's open packet. */
function isCutOff(connection: Connection, session: EngineIoSession, open: Exchange): boolean {
  if (open.channel !== "websocket" || session.openAnswer !== null || endedByLeaving(connection, open)) return false;
  return open.status === 101 && (connection.close !== null ? connection.close.by !== "page" : open.endedAt !== null);
}
