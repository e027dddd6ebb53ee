import { type Connection, type Role, sessionOf } from "../connection.js";
import { bodyText, type Exchange, header, isSuccess, parseJsonObject } from "../exchange.js";
import type { FrameEvent } from "../traffic.js";
import { type EngineIoSession, patienceMs } from "./engine-io-session.js";
import { type Announcement, NOTHING_ANNOUNCED } from "./protocol.js";

export function readRequest(connection: Connection, exchange: Exchange, role: Role): void {
  sessionOf(connection, "engine-io").clientVersion ??= exchange.address.query.get("EIO") ?? null;
  if (role === "send") readPayload(connection, exchange, bodyText(exchange.requestBody), "sent");
  if (role === "poll") notePoll(sessionOf(connection, "engine-io"), exchange);
}

/** Requests may be told of a few places earlier or later than they were sent. */
const POLLS_KEPT = 8;

function notePoll(session: EngineIoSession, poll: Exchange): void {
  session.polls = [...(session.polls ?? []).slice(1 - POLLS_KEPT), poll];
}

/** Times of two requests are compared with this in between: a client asks again the moment it is answered. */
const AT_ONCE_MS = 50;

/**
 * A client has one poll under way at most; https://socket.io/docs/v4/engine-io-protocol/#http-long-polling
 * A second one makes the server end the first at once, with a close packet, after which no client polls.
 */
export function doPollsOverlap({ polls }: EngineIoSession): boolean {
  const sorted = [...(polls ?? [])].sort((one, other) => one.startedAt - other.startedAt);
  return sorted.some((poll, place) => {
    const next = sorted[place + 1];
    const both = next ? (poll.endedAt ?? Number.POSITIVE_INFINITY) - next.startedAt : 0;
    return both > (endsWithClose(poll) ? 0 : AT_ONCE_MS);
  });
}

const CLOSE_PACKET = "1";

function endsWithClose({ responseBody }: Exchange): boolean {
  return splitPayload(unwrapJsonp(bodyText(responseBody)) ?? "").at(-1) === CLOSE_PACKET;
}

export function readResponse(connection: Connection, exchange: Exchange, role: Role): Announcement {
  if ((role === "open" || role === "poll") && exchange.channel === "http" && isSuccess(exchange)) {
    const text = unwrapJsonp(bodyText(exchange.responseBody));
    if (role === "open") readOpenAnswer(sessionOf(connection, "engine-io"), exchange, text);
    return { ...NOTHING_ANNOUNCED, sessionIds: readPayload(connection, exchange, text, "received") };
  }
  return NOTHING_ANNOUNCED;
}

/** Revision 3 polls by script where it must: `___eio[0]("…");` (engine.io 3, transports/polling-jsonp.js). */
const JSONP = /^\s*___eio\[\d+\]\((".*")\);?\s*$/s;

export function unwrapJsonp(text: string | null): string | null {
  const wrapped = text === null ? undefined : JSONP.exec(text)?.[1];
  if (wrapped === undefined) return text;
  try {
    return String(JSON.parse(wrapped));
  } catch {
    return text; // cut off, or no JSONP after all
  }
}

function readOpenAnswer(session: EngineIoSession, exchange: Exchange, text: string | null): void {
  const isHtml = /text\/html/i.test(header(exchange.responseHeaders, "content-type") ?? "");
  if (text === null && exchange.responseBody?.bytes !== 0) {
    if (isHtml) session.openAnswer = "html";
  } else if (!text?.trim()) session.openAnswer = "empty";
  else if (/^(\d+:)?0\{/.test(text)) session.openAnswer = "open-packet";
  else session.openAnswer = /^\s*</.test(text) ? "html" : "other";
}

export function readFrame(connection: Connection, frame: FrameEvent, exchange: Exchange): void {
  const session = sessionOf(connection, "engine-io");
  const { payload, direction, at, id } = frame;
  const text = bodyText(payload);
  if (text === null)
    session.beganBinary ||= direction === "sent" && !session.joinAsked && payload.encoding === "base64";
  else if (/^[0-6b]/.test(text)) readPacket(session, text, { direction, at, exchange });
  else if (text !== "") session.foreign ??= { direction, id };
}

/** How a packet travelled. */
interface Passage {
  direction: FrameEvent["direction"];
  at: number;
  exchange: Exchange;
}

/** Version 3 writes the length before each packet of a polled body. */
function isLengthed(payload: string): boolean {
  return /^\d+:\d/.test(payload);
}

/** The packets of a polled body: v4 separates with a record separator. */
export function splitPayload(payload: string): string[] {
  return isLengthed(payload) ? splitByLength(payload) : payload.split("\u001e");
}

function readPayload(
  connection: Connection,
  exchange: Exchange,
  text: string | null,
  direction: FrameEvent["direction"],
): string[] {
  if (!text) return [];
  const session = sessionOf(connection, "engine-io");
  if (direction === "received") session.serverVersion ??= isLengthed(text) ? "3" : "4";
  // A long poll is asked for well before what it brings is sent.
  const at = direction === "received" ? (exchange.endedAt ?? exchange.startedAt) : exchange.startedAt;
  const passage = { direction, at, exchange };
  return splitPayload(text).flatMap((packet) => readPacket(session, packet, passage) ?? []);
}

function splitByLength(text: string): string[] {
  const packets: string[] = [];
  for (let rest = text; rest; ) {
    const cut = rest.indexOf(":");
    const length = Number(rest.slice(0, cut));
    if (cut < 1 || !Number.isInteger(length)) return packets;
    packets.push(rest.slice(cut + 1, cut + 1 + length));
    rest = rest.slice(cut + 1 + length);
  }
  return packets;
}

/** Returns the session's id when the packet opens the session. */
function readPacket(session: EngineIoSession, packet: string, { direction, at, exchange }: Passage): string | null {
  if (direction === "received" && packet.startsWith("0{")) return readOpenPacket(session, packet, at);
  if (packet === "1" || packet.startsWith("41")) {
    session.endedBy ??= direction === "sent" ? "client" : "server";
    session.endedAt ??= at;
  } else if (packet === "5" && direction === "sent") session.movedTo ??= exchange;
  else if (packet === "2" && direction === "received") readPing(session, at);
  else if (packet.startsWith("40")) readConnect(session, packet, direction);
  else if (direction === "received" && packet.startsWith("44")) readConnectError(session, packet.slice(2), exchange);
  return null;
}

/** The server pings in time, so one that comes too late was held up on the way, or by the page itself. */
function readPing(session: EngineIoSession, at: number): void {
  const patience = patienceMs(session);
  session.pingsHeldUp = patience !== null && session.lastPingAt !== null && at - session.lastPingAt > patience;
  session.lastPingAt = at;
}

/** `40`, `40/admin,`, and with connection state recovery `40{"pid":"…","offset":"…"}`, answered by `40{"sid":"…","pid":"…"}`. */
function readConnect(session: EngineIoSession, packet: string, direction: FrameEvent["direction"]): void {
  const body = parseJsonObject(packet.replace(/^40(\/[^,]*,)?/, ""));
  if (direction === "sent") {
    session.joinAsked = true;
    if (typeof body?.pid === "string") session.recovery ??= { asked: body.pid, granted: null };
    return;
  }
  session.namespaceConnected = true;
  session.joinedBare ||= body === null;
  if (session.recovery?.granted === null && body) session.recovery.granted = body.pid === session.recovery.asked;
}

function readOpenPacket(session: EngineIoSession, packet: string, at: number): string | null {
  const open = parseJsonObject(packet.slice(1));
  if (!open) return null;
  const number = (value: unknown) => (typeof value === "number" ? value : null);
  session.openAnswer = "open-packet";
  // The first ping comes as long after the opening as each after the one before.
  session.lastPingAt = at;
  session.upgrades = Array.isArray(open.upgrades) ? open.upgrades.map(String) : null;
  session.maxPayload = number(open.maxPayload);
  session.pingIntervalMs = number(open.pingInterval);
  session.pingTimeoutMs = number(open.pingTimeout);
  return typeof open.sid === "string" ? open.sid : null;
}

/** `44{"message":"…"}`, `44/admin,{"message":"…"}`, and a bare string from a v2 server. */
function readConnectError(session: EngineIoSession, rest: string, shownBy: Exchange): void {
  const [, namespace = "/", body = ""] = /^(?:(\/[^,]*),)?(.*)$/s.exec(rest) ?? [];
  const error = parseJsonObject(body);
  const message = error ? error.message : body.replace(/^"|"$/g, "");
  session.connectError ??= { namespace, message: typeof message === "string" ? message : body, shownBy };
}
