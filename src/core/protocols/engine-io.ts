import { type Connection, failedOf, lastOf, type Outcome, type Role, type Trouble, wasLost } from "../connection.js";
import { isPreflightProblem } from "../cors.js";
import { bodyText, type Exchange, header, isFailure, isSuccess, parseJsonObject } from "../exchange.js";
import type { FrameEvent } from "../traffic.js";
import { endpointOf } from "../url.js";
import { type Announcement, NOTHING_ANNOUNCED, type Protocol, type Recognition } from "./protocol.js";

export interface EngineIoSession {
  protocol: "engine-io";
  /** The revision that the client asked for (EIO=3, EIO=4). */
  clientVersion: string | null;
  /** The revision in which the server framed its open packet. */
  serverVersion: string | null;
  /** What the first answer was, when it came with status 200. */
  openAnswer: "open-packet" | "html" | "empty" | "other" | null;
  upgrades: string[] | null;
  maxPayload: number | null;
  pingIntervalMs: number | null;
  pingTimeoutMs: number | null;
  upgraded: boolean;
  /** Socket.IO on top: has a namespace been joined? */
  namespaceConnected: boolean;
  connectError: { namespace: string; message: string; shownBy: Exchange } | null;
  /** When a packet of either side ended the session; what fails after it is no failure. */
  endedAt: number | null;
}

export const engineIo: Protocol = {
  name: "engine-io",
  steps: ["preflight", "open", "poll", "connect", "upgrade", "message"],
  firstStep: "open",
  newSession: (): EngineIoSession => ({
    protocol: "engine-io",
    clientVersion: null,
    serverVersion: null,
    openAnswer: null,
    upgrades: null,
    maxPayload: null,
    pingIntervalMs: null,
    pingTimeoutMs: null,
    upgraded: false,
    namespaceConnected: false,
    connectError: null,
    endedAt: null,
  }),
  recognise,
  recogniseFrame: () => null,
  readRequest,
  readResponse,
  readFrame,
  judge,
};

function sessionOf(connection: Connection): EngineIoSession {
  if (connection.session.protocol !== "engine-io") throw new Error(`${connection.id} is no Engine.IO connection`);
  return connection.session;
}

/** `EIO` with `transport` says it on any path; the default paths say it for clients that leave EIO out. */
function recognise(exchange: Exchange): Recognition | null {
  const { query, path } = exchange.address;
  const named = query.has("EIO") && query.has("transport");
  if (!named && !(query.has("transport") && /\/(socket|engine)\.io\/?$/.test(path))) return null;
  return {
    role: roleOf(exchange),
    endpoint: endpointOf(exchange.address),
    transport: exchange.channel === "websocket" ? "websocket" : "polling",
    sessionId: query.get("sid") ?? null,
    isSure: true,
  };
}

function roleOf(exchange: Exchange): Role {
  if (exchange.channel === "preflight") return "preflight";
  if (!exchange.address.query.get("sid")) return "open";
  if (exchange.channel === "websocket") return "upgrade";
  return exchange.method === "POST" ? "send" : "poll";
}

/** https://socket.io/docs/v4/troubleshooting-connection-issues/, with the length of the default message in bytes. */
const CODES: Record<number, { message: string; jsonBytes: number; textBytes: number }> = {
  0: { message: "Transport unknown", jsonBytes: 40, textBytes: 17 },
  1: { message: "Session ID unknown", jsonBytes: 41, textBytes: 18 },
  2: { message: "Bad handshake method", jsonBytes: 43, textBytes: 20 },
  3: { message: "Bad request", jsonBytes: 34, textBytes: 11 },
  4: { message: "Forbidden", jsonBytes: 32, textBytes: 9 },
  5: { message: "Unsupported protocol version", jsonBytes: 51, textBytes: 28 },
};

/** The Engine.IO error of an answer: from its body, or from its length where CORS hides the body. */
export function engineIoError(exchange: Exchange): { code: number; message: string; byLength: boolean } | null {
  if (exchange.status !== 400 && exchange.status !== 403) return null;
  const text = bodyText(exchange.responseBody);
  const json = parseJsonObject(text);
  if (json && typeof json.code === "number" && typeof json.message === "string") {
    return { code: json.code, message: json.message, byLength: false };
  }
  const known = Object.entries(CODES).find(([, each]) =>
    text ? each.message === text.trim() : hasLengthOf(exchange, each),
  );
  return known ? { code: Number(known[0]), message: known[1].message, byLength: !text } : null;
}

function hasLengthOf(exchange: Exchange, code: { jsonBytes: number; textBytes: number }): boolean {
  const length = Number(header(exchange.responseHeaders, "content-length") ?? Number.NaN);
  const type = header(exchange.responseHeaders, "content-type") ?? "";
  return length === (type.includes("json") ? code.jsonBytes : code.textBytes);
}

function readRequest(connection: Connection, exchange: Exchange, role: Role): void {
  sessionOf(connection).clientVersion ??= exchange.address.query.get("EIO") ?? null;
  if (role === "send") readPayload(connection, exchange, bodyText(exchange.requestBody), "sent");
}

function readResponse(connection: Connection, exchange: Exchange, role: Role): Announcement {
  if ((role === "open" || role === "poll") && exchange.channel === "http" && isSuccess(exchange)) {
    const text = bodyText(exchange.responseBody);
    if (role === "open") readOpenAnswer(sessionOf(connection), exchange, text);
    return { ...NOTHING_ANNOUNCED, sessionIds: readPayload(connection, exchange, text, "received") };
  }
  return NOTHING_ANNOUNCED;
}

function readOpenAnswer(session: EngineIoSession, exchange: Exchange, text: string | null): void {
  const isHtml = /text\/html/i.test(header(exchange.responseHeaders, "content-type") ?? "");
  if (text === null && exchange.responseBody?.bytes !== 0) {
    if (isHtml) session.openAnswer = "html";
  } else if (!text?.trim()) session.openAnswer = "empty";
  else if (/^(\d+:)?0\{/.test(text)) session.openAnswer = "open-packet";
  else session.openAnswer = /^\s*</.test(text) ? "html" : "other";
}

function readFrame(connection: Connection, { payload, direction, at }: FrameEvent, exchange: Exchange): void {
  const text = bodyText(payload);
  if (text !== null) readPacket(sessionOf(connection), text, { direction, at, exchange });
}

/** How a packet travelled. */
interface Passage {
  direction: FrameEvent["direction"];
  at: number;
  exchange: Exchange;
}

/** The packets of a polled body: v4 separates with a record separator, v3 writes the length before each. */
function readPayload(
  connection: Connection,
  exchange: Exchange,
  text: string | null,
  direction: FrameEvent["direction"],
): string[] {
  if (!text) return [];
  const session = sessionOf(connection);
  const isV3 = /^\d+:\d/.test(text);
  if (direction === "received") session.serverVersion ??= isV3 ? "3" : "4";
  const packets = isV3 ? splitByLength(text) : text.split("\u001e");
  const passage = { direction, at: exchange.startedAt, exchange };
  return packets.flatMap((packet) => readPacket(session, packet, passage) ?? []);
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
  if (direction === "received" && packet.startsWith("0{")) return readOpenPacket(session, packet);
  if (packet === "1" || packet.startsWith("41")) session.endedAt ??= at;
  else if (packet === "5" && direction === "sent") session.upgraded = true;
  else if (direction === "received" && packet.startsWith("40")) session.namespaceConnected = true;
  else if (direction === "received" && packet.startsWith("44")) readConnectError(session, packet.slice(2), exchange);
  return null;
}

function readOpenPacket(session: EngineIoSession, packet: string): string | null {
  const open = parseJsonObject(packet.slice(1));
  if (!open) return null;
  const number = (value: unknown) => (typeof value === "number" ? value : null);
  session.openAnswer = "open-packet";
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

function judge(connection: Connection): Outcome {
  const session = sessionOf(connection);
  const trouble = troubleOn(connection, session);
  if (trouble) return { state: "failed", trouble };
  const upgrade = failedOf(connection, "upgrade");
  if (upgrade && !session.upgraded && wasMeant(connection, session, upgrade)) {
    return { state: "degraded", trouble: { phase: "upgrade", exchange: upgrade, severity: "warning" } };
  }
  if (session.openAnswer !== "open-packet") return { state: "connecting" };
  const socket = lastOf(connection, "upgrade") ?? lastOf(connection, "open");
  const isOver = session.endedAt !== null || connection.leftAt !== null;
  return { state: isOver || (socket?.channel === "websocket" && socket.endedAt !== null) ? "closed" : "open" };
}

function troubleOn(connection: Connection, session: EngineIoSession): Trouble | null {
  const preflight = failedOf(connection, "preflight");
  if (preflight) return trouble("preflight", preflight);
  const open = lastOf(connection, "open");
  if (open && (isFailure(open) || isWrongAnswer(session))) {
    const isStopped = isFailure(open) && isPreflightProblem(lastOf(connection, "preflight"));
    return trouble(isStopped ? "preflight" : "open", open);
  }
  if (open && isCutOff(connection, session, open)) return trouble("open", open);
  if (session.connectError) return trouble("connect", session.connectError.shownBy);
  return troubleInSession(connection, session);
}

function troubleInSession(connection: Connection, session: EngineIoSession): Trouble | null {
  const [poll, send] = [failedOf(connection, "poll"), failedOf(connection, "send")];
  if (poll && wasMeant(connection, session, poll)) return trouble("poll", poll);
  if (send && wasMeant(connection, session, send))
    return trouble(session.namespaceConnected ? "message" : "poll", send);
  const socket = lastOf(connection, "upgrade") ?? lastOf(connection, "open");
  const wasCut = session.namespaceConnected && session.endedAt === null && socket?.channel === "websocket";
  return wasCut && wasLost(connection, socket) ? { ...trouble("close", socket), severity: "warning" } : null;
}

function trouble(phase: Trouble["phase"], exchange: Exchange | null): Trouble {
  return { phase, exchange, severity: "error" };
}

/** What fails after the session's end, or when the page is left, was not meant to succeed any more. */
function wasMeant(connection: Connection, session: EngineIoSession, exchange: Exchange): boolean {
  const end = Math.min(session.endedAt ?? Number.POSITIVE_INFINITY, connection.leftAt ?? Number.POSITIVE_INFINITY);
  return exchange.startedAt < end;
}

/** A 200 that no client of this revision understands. */
function isWrongAnswer(session: EngineIoSession): boolean {
  if (session.openAnswer === null) return false;
  return session.openAnswer !== "open-packet" || (session.clientVersion === "4" && session.serverVersion === "3");
}

/** The socket was accepted and ended before the server's open packet. */
function isCutOff(connection: Connection, session: EngineIoSession, open: Exchange): boolean {
  if (open.channel !== "websocket" || session.openAnswer !== null || connection.leftAt !== null) return false;
  return open.status === 101 && (connection.close !== null ? connection.close.by !== "page" : open.endedAt !== null);
}
