import {
  type Connection,
  errorAt,
  failedOf,
  lastOf,
  type Outcome,
  sessionOf,
  type Trouble,
  warningAt,
} from "../connection.js";
import { isPreflightProblem } from "../cors.js";
import {
  endedByLeaving,
  failedPreflight,
  IMPATIENT_AFTER_MS,
  wasDropped,
  wasGivenUp,
  wasLost,
  wentWithItsPoll,
} from "../endings.js";
import { type Exchange, isFailure, isFollowedRedirect } from "../exchange.js";
import type { Protocol } from "./protocol.js";
import { doVersionsDiffer } from "./signalr-classic.js";
import { readFrame, readRequest, readResponse } from "./signalr-messages.js";
import { assume, recognise, recogniseFrame } from "./signalr-recognition.js";
import { newSession, type SignalrSession } from "./signalr-session.js";

export const signalr: Protocol = {
  name: "signalr",
  steps: ["preflight", "negotiate", "connect", "handshake", "message"],
  firstStep: "connect",
  newSession,
  recognise,
  assume,
  recogniseFrame,
  readRequest,
  readResponse,
  readFrame,
  judge,
  awaitsClient,
};

/**
 * Negotiate offered long polling alone, and nothing came after it. Other transports may be under way and not told of yet; a
 * long poll's first answer comes at once (docs/specs/TransportProtocols.md of dotnet/aspnetcore).
 */
function awaitsClient(connection: Connection): boolean {
  const { offered, negotiateAnswer } = sessionOf(connection, "signalr");
  const { connect, poll, send, stop } = connection.parts;
  if (connect || poll || send || stop || negotiateAnswer !== "negotiation") return false;
  return offered?.every((transport) => transport === "LongPolling") ?? false;
}

function judge(connection: Connection): Outcome {
  const trouble = troubleOn(connection);
  if (trouble) return { state: "failed", trouble };
  const session = sessionOf(connection, "signalr");
  if (session.handshake !== "accepted") return { state: "connecting" };
  const hasEnded = (lastOf(connection, "connect")?.endedAt ?? null) !== null || wentWithItsPoll(connection);
  const wasEnded = session.clientSaidGoodbye || connection.parts.stop !== undefined || connection.leftAt !== null;
  return { state: hasEnded || wasEnded ? "closed" : "open" };
}

function troubleOn(connection: Connection): Trouble | null {
  const session = sessionOf(connection, "signalr");
  const negotiate = lastOf(connection, "negotiate");
  const preflight = failedPreflight(connection);
  if (preflight) return errorAt(wasRedirected(connection) ? "negotiate" : "preflight", preflight);
  if (negotiate && isFailure(negotiate)) {
    return errorAt(isPreflightProblem(lastOf(connection, "preflight")) ? "preflight" : "negotiate", negotiate);
  }
  if (negotiate && (isWrongAnswer(session, negotiate) || goesInCircles(connection, session)))
    return errorAt("negotiate", negotiate);
  const connect = failedOf(connection, "connect");
  if (connect) return isBrokenStream(session, connect) ? warningAt("close", connect) : errorAt("connect", connect);
  const poll = failedOf(connection, "poll");
  if (poll && !session.clientSaidGoodbye && !wasStopped(connection, poll) && !wasGivenUp(connection, poll)) {
    return errorAt(session.handshake === "accepted" ? "poll" : "connect", poll);
  }
  return troubleInSession(connection, session);
}

/** An event stream that broke off had brought the answer to the handshake before. */
function isBrokenStream({ handshake }: SignalrSession, { channel, status }: Exchange): boolean {
  return handshake === "accepted" && channel === "eventsource" && status === 200;
}

/** A client that stops aborts its poll. One of SignalR 2.x also stops after a refusal, which came before. */
function wasStopped({ parts: { stop } }: Connection, poll: Exchange): boolean {
  if (!stop) return false;
  const wasRefused = (poll.status ?? 0) >= 400 && poll.endedAt !== null && poll.endedAt <= stop.first.startedAt;
  return !wasRefused;
}

/** The preflight of a redirect's target fails because of where the redirect led. */
function wasRedirected({ parts }: Connection): boolean {
  return parts.negotiate !== undefined && isFollowedRedirect(parts.negotiate.first);
}

/** No negotiate answer, one for other clients than this, or one that promises what was not asked for. */
function isWrongAnswer(session: SignalrSession, negotiate: Exchange): boolean {
  const { negotiateAnswer, family, promisesUnaskedReconnect } = session;
  if (negotiateAnswer === null) return false;
  if (doVersionsDiffer(session, negotiate)) return true;
  const { query } = negotiate.address;
  const isForOthers = family === "classic" ? query.has("negotiateVersion") : query.has("clientProtocol");
  return !["negotiation", "redirect"].includes(negotiateAnswer) || isForOthers || promisesUnaskedReconnect;
}

/** More than any service needs; the client follows a hundred, each to another negotiate answer, and then gives up. */
const REDIRECTS_AT_MOST = 9;

/** Each answer sent the client to the next, and none let it in. */
function goesInCircles({ parts }: Connection, { negotiateAnswer }: SignalrSession): boolean {
  return negotiateAnswer === "redirect" && (parts.negotiate?.count ?? 0) > REDIRECTS_AT_MOST;
}

function troubleInSession(connection: Connection, session: SignalrSession): Trouble | null {
  const socket = lastOf(connection, "connect") ?? lastOf(connection, "poll");
  if (session.handshake === "refused") return errorAt("handshake", socket);
  if (session.circuit?.isRefused || session.circuitError !== null) return errorAt("message", socket);
  const send = failedOf(connection, "send");
  if (send && !session.clientSaidGoodbye && !connection.parts.stop) return errorAt("message", send);
  if (session.serverClose && !session.clientSaidGoodbye) return errorAt("close", socket);
  if (session.clientSaidGoodbye) return null;
  return endedBadly(connection, session, socket);
}

/** A socket that ended though neither side said goodbye. */
function endedBadly(connection: Connection, session: SignalrSession, socket: Exchange | null): Trouble | null {
  const saysGoodbye = (session.clientVersion ?? 0) >= 8;
  const wasCut = wasDropped(connection) ?? (saysGoodbye && wasLost(connection, socket));
  if (session.handshake === "accepted") return wasCut ? warningAt("close", socket) : null;
  const hasEnded = socket?.channel === "websocket" && socket.endedAt !== null && !endedByLeaving(connection, socket);
  const isBroken = (wasCut || hasEnded) && !wasStoppedAtOnce(connection, socket);
  return session.handshake === "sent" && isBroken ? errorAt("handshake", socket) : null;
}

/** A component that is taken down stops its client sooner than any client loses its patience. */
function wasStoppedAtOnce({ close, received }: Connection, socket: Exchange | null): boolean {
  if (close?.by !== "page" || received.count > 0 || !socket) return false;
  return close.at - socket.startedAt < IMPATIENT_AFTER_MS;
}
