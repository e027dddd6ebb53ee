import { type Connection, exchangesOf, failedOf } from "./connection.js";
import { type Exchange, isAborted, isPending, isSuccess } from "./exchange.js";

/** No answer, and no word why: so Firefox tells of what the page gave up. */
function isSilent({ status, netError }: Exchange): boolean {
  return netError === "" && !status;
}

/**
 * The page went away before this was answered. Of a WebSocket, silence says that another extension hides how it was refused;
 * a client's first request may be hidden so, too, while one that had been answered before says goodbye a moment before the
 * next page is told of.
 */
export function wasLeftUnanswered(connection: Connection, exchange: Exchange | null): boolean {
  const { leftAt } = connection;
  if (!exchange || !isSilent(exchange)) return false;
  if (isGone(connection)) return true;
  if (leftAt === null || exchange.channel === "websocket") return false;
  // Its end is told by the page alone, which was there to tell it; a load that DevTools was late to tell of is its own.
  if (exchange.channel === "webtransport") return exchange.endedAt === null;
  return exchange.endedAt === null || exchange.endedAt >= leftAt - (wasAnswered(connection) ? LEAVING_MS : 0);
}

function wasAnswered(connection: Connection): boolean {
  return exchangesOf(connection).some((each) => each.channel !== "preflight" && isSuccess(each));
}

/**
 * Firefox tells of a preflight that the page gave up, or whose answer it does not know, as of one that got none, and without
 * a word why. Where a request got its answer after it, it hindered nobody.
 */
export function failedPreflight(connection: Connection): Exchange | null {
  const preflight = failedOf(connection, "preflight");
  if (!preflight || preflight.status || preflight.netError) return preflight;
  const isOvercome = exchangesOf(connection).some(
    (each) =>
      each.channel !== "preflight" && isSuccess(each) && (each.endedAt ?? each.startedAt) >= preflight.startedAt,
  );
  return isOvercome ? null : preflight;
}

/** A poll without an answer and without a word for it, after which nobody asked again: most likely the page gave it up. */
export function wasGivenUp({ retriedAt }: Connection, poll: Exchange): boolean {
  return isSilent(poll) && retriedAt === null;
}

/**
 * A session over polling asks again as long as it lives. Where its last poll was given up, and nothing was asked after that, it
 * went with its page or frame, or its client was dropped without a goodbye.
 */
export function wentWithItsPoll(connection: Connection): boolean {
  const poll = connection.parts.poll?.last;
  if (poll?.channel !== "http" || poll.endedAt === null) return false;
  return (isAborted(poll) || isSilent(poll)) && connection.lastAt <= poll.endedAt;
}

/**
 * All was answered (and read: of a session whose beginning nobody could read, the rest may stand elsewhere), and the client made
 * nothing of it and began another one: it was stopped before the answer came.
 */
export function wasLeftUnused(connection: Connection): boolean {
  const requests = exchangesOf(connection).filter(({ channel }) => channel !== "preflight");
  return (
    connection.retriedAt !== null && requests.every(({ endedAt, responseBody }) => endedAt !== null && responseBody)
  );
}

/**
 * When a client asked again, it had given this request up: Chromium tells of no end where that was before the answer. Null
 * where the request has an end, or nobody asked again.
 */
export function givenUpAt({ retriedAt }: Connection, request: Exchange): number | null {
  return request.channel === "http" && isPending(request) ? retriedAt : null;
}

/**
 * How long the answer took, in ms, where it came after the client had asked anew: Socket.IO's manager lets a handshake that it
 * has given up go on, and takes no notice of its answer. Null where it came in time, or nobody asked again.
 */
export function answeredTooLateMs({ retriedAt }: Connection, request: Exchange): number | null {
  const { channel, startedAt, endedAt } = request;
  if (channel !== "http" || endedAt === null || !isSuccess(request)) return null;
  const isTooLate = retriedAt !== null && retriedAt < endedAt && retriedAt - startedAt >= IMPATIENT_AFTER_MS;
  return isTooLate ? endedAt - startedAt : null;
}

/** A client that gives a handshake up and asks again at once has lost its patience; a page that changed its mind is faster. */
export const IMPATIENT_AFTER_MS = 1000;

/** A page takes down its sockets, and says goodbye, a moment before its successor is told of. */
const LEAVING_MS = 1000;

/**
 * The page told of the socket and not of its end, as it does of every other: it went away together with its document, as
 * that of a frame does which is taken out of its page, or loads anew.
 */
function wentWithItsFrame({ close }: Connection, { channel, endedAt, pageTold }: Exchange): boolean {
  return channel === "websocket" && endedAt !== null && close === null && pageTold === "begin";
}

/** A socket of it is gone with its document, and whatever else it asked for, too. */
export function isGone(connection: Connection): boolean {
  return exchangesOf(connection).some((each) => wentWithItsFrame(connection, each));
}

/** Did this socket end because the page was left? One that had ended before, or was asked for again, did so for a reason of its own. */
export function endedByLeaving(connection: Connection, socket: Exchange): boolean {
  const { leftAt } = connection;
  if (connection.close?.by === "browser" || wentWithItsFrame(connection, socket)) return true;
  if (leftAt === null || wasLost(connection, socket)) return false;
  return socket.endedAt === null || socket.endedAt >= leftAt - LEAVING_MS;
}

/**
 * The socket was closed, and not by its own page: then the code tells whether anybody meant it to end. Where the close was
 * not seen, or the page's client closed because it had heard nothing for too long, only what came after can tell; null then.
 */
export function wasDropped({ close }: Connection): boolean | null {
  if (!close || close.by === "page") return null;
  return close.by !== "browser" && close.code !== NORMAL_CLOSURE;
}

/** From this end: the other one had no say in it. */
export function closedHere({ close }: Connection): boolean {
  return close?.by === "page" || close?.by === "browser";
}

const NORMAL_CLOSURE = 1000;

/** A client that closes connects again before the other side has answered its close frame. */
const CLOSING_MS = 1000;

/**
 * Asked for again once it was over. A second client, of another namespace or of a component that is mounted twice, begins
 * beside the first; that is no coming back.
 */
export function cameBack(connection: Connection): boolean {
  const { retriedAt, leftAt, lastAt } = connection;
  if (retriedAt === null || leftAt !== null) return false;
  const sockets = exchangesOf(connection).filter(({ channel }) => channel === "websocket");
  return sockets.length > 0 ? sockets.every((socket) => wasLost(connection, socket)) : lastAt <= retriedAt;
}

/**
 * Over without a goodbye, and asked for again at once: nobody meant it to end. What closed it is not on the wire. A poll that
 * is answered ends nothing.
 */
export function wasLost(connection: Connection, socket: Exchange | null): boolean {
  const { retriedAt } = connection;
  if (retriedAt === null || socket === null || socket.endedAt === null || socket.channel === "http") return false;
  return retriedAt >= socket.endedAt - CLOSING_MS && !wentWithItsFrame(connection, socket);
}
