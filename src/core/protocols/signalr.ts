import {
  type Connection,
  failedOf,
  lastOf,
  type Outcome,
  type Phase,
  type Role,
  type Trouble,
  wasLost,
} from "../connection.js";
import { isPreflightProblem } from "../cors.js";
import {
  bodyText,
  decodedText,
  type Exchange,
  header,
  isFailure,
  isFollowedRedirect,
  parseJsonObject,
} from "../exchange.js";
import { isLabel, originalBytes } from "../token.js";
import type { FrameEvent } from "../traffic.js";
import { endpointOf, parseUrl } from "../url.js";
import { type Announcement, NOTHING_ANNOUNCED, type Protocol, type Recognition } from "./protocol.js";

/** ASP.NET Core's JSON messages end with this character; docs/specs/HubProtocol.md of dotnet/aspnetcore. */
const RECORD_SEPARATOR = "\u001e";
const MESSAGE_CLOSE = 7;

export interface SignalrSession {
  protocol: "signalr";
  /** "core", or "classic" for ASP.NET SignalR 2.x; null before anything tells. */
  family: "core" | "classic" | null;
  /** Major version of @microsoft/signalr; from 8 on a client says goodbye before it stops. */
  clientVersion: number | null;
  /** Transports that the negotiate answer offered. */
  offered: string[] | null;
  /** The `error` of a negotiate answer that came with status 200. */
  negotiateError: string | null;
  /** A 2xx negotiate answer that is no negotiate answer. */
  negotiateAnswer: "negotiation" | "redirect" | "error" | "html" | "empty" | "other" | null;
  /** Hub protocol that the client asked for. */
  hubProtocol: string | null;
  handshake: "none" | "sent" | "accepted" | "refused";
  handshakeError: string | null;
  /** The server's Close message. */
  serverClose: { error: string | null; allowReconnect: boolean } | null;
  clientSaidGoodbye: boolean;
}

export const signalr: Protocol = {
  name: "signalr",
  steps: ["preflight", "negotiate", "connect", "handshake", "message"],
  firstStep: "connect",
  newSession: (): SignalrSession => ({
    protocol: "signalr",
    family: null,
    clientVersion: null,
    offered: null,
    negotiateError: null,
    negotiateAnswer: null,
    hubProtocol: null,
    handshake: "none",
    handshakeError: null,
    serverClose: null,
    clientSaidGoodbye: false,
  }),
  recognise,
  recogniseFrame,
  readRequest,
  readResponse,
  readFrame,
  judge,
};

function sessionOf(connection: Connection): SignalrSession {
  if (connection.session.protocol !== "signalr") throw new Error(`${connection.id} is no SignalR connection`);
  return connection.session;
}

function recognise(exchange: Exchange): Recognition | null {
  const { address, channel, method } = exchange;
  if (address.query.has("EIO")) return null;
  if (isNegotiate(exchange)) {
    const hub = endpointOf(address, address.path.replace(/\/negotiate\/?$/i, ""));
    return {
      role: channel === "preflight" ? "preflight" : "negotiate",
      endpoint: hub,
      transport: null,
      sessionId: null,
      isSure: true,
    };
  }
  const sessionId = address.query.get("id") ?? address.query.get("connectionToken") ?? null;
  const isSure = speaksSignalr(exchange) || hasSignalrId(exchange);
  if (!sessionId && !isSure) return null;
  const path = address.query.has("connectionToken") ? address.path.replace(CLASSIC_STEP, "") : address.path;
  const part = { endpoint: endpointOf(address, path), sessionId, isSure };
  if (channel === "preflight") return { ...part, role: "preflight", transport: null };
  if (channel === "websocket") return { ...part, role: "connect", transport: "websocket" };
  if (channel === "eventsource" || acceptsEventStream(exchange)) return { ...part, role: "connect", transport: "sse" };
  if (method === "DELETE") return { ...part, role: "stop", transport: "long-polling" };
  if (method === "POST") return { ...part, role: "send", transport: null };
  return { ...part, role: "poll", transport: "long-polling" };
}

const CLASSIC_STEP = /\/(connect|reconnect|start|poll|send|abort|ping)\/?$/i;

/** ASP.NET Core's ids are 16 bytes in base64url; classic SignalR and the Azure service have parameters of their own beside theirs. */
function hasSignalrId({ channel, address: { query } }: Exchange): boolean {
  const id = query.get("id") ?? "";
  if (query.has("connectionToken") && query.has("transport")) return true;
  if (id && [...query.keys()].some((name) => name.startsWith("asrs"))) return true;
  return channel === "websocket" && originalBytes(id) === 22 && (isLabel(id) || /^[\w-]+$/.test(id));
}

/** Two of: the path, the version in the query, the client's own headers, the shape of the answer. */
function isNegotiate(exchange: Exchange): boolean {
  const { address } = exchange;
  const signs = [
    /\/negotiate\/?$/i.test(address.path),
    address.query.has("negotiateVersion") || address.query.has("clientProtocol"),
    speaksSignalr(exchange),
    isNegotiation(parseJsonObject(bodyText(exchange.responseBody))),
  ];
  return signs[0] === true && signs.filter(Boolean).length >= 2;
}

/** Methods of HttpConnection in @microsoft/signalr, where a bundler left them their names. */
const CLIENT_METHOD =
  /^(?:\w+\.)?(_startTransport|_createTransport|_startInternal|_getNegotiationResponse|_startWithReconnect) /;

/**
 * In the minified build only public names are left, and they tell by their order: WebSocketTransport.connect, called by
 * HttpConnection.start, called by HubConnection.start or, on a reconnect, by the connection's onclose.
 */
function isMinifiedClient(initiator: string[]): boolean {
  const names = initiator.map((call) => call.split(" ")[0] ?? "");
  const from = names.indexOf("connect");
  const callers = names.slice(from + 1);
  return (
    from >= 0 && (callers.filter((name) => name === "start").length >= 2 || callers.includes("connection.onclose"))
  );
}

function speaksSignalr(exchange: Exchange): boolean {
  if (header(exchange.requestHeaders, "x-signalr-user-agent")) return true;
  const asked = header(exchange.requestHeaders, "access-control-request-headers");
  if (asked && /x-signalr-user-agent/i.test(asked)) return true;
  const initiator = exchange.initiator ?? [];
  if (initiator.some((call) => CLIENT_METHOD.test(call) || /\bsignalr[^/]*\.js\b/i.test(call))) return true;
  return (exchange.channel === "websocket" || exchange.channel === "eventsource") && isMinifiedClient(initiator);
}

function acceptsEventStream(exchange: Exchange): boolean {
  return /text\/event-stream/i.test(header(exchange.requestHeaders, "accept") ?? "");
}

function recogniseFrame(exchange: Exchange, frame: FrameEvent): Recognition | null {
  const text = bodyText(frame.payload);
  const isHandshake = text?.endsWith(RECORD_SEPARATOR) && parseJsonObject(text.slice(0, -1))?.protocol !== undefined;
  if (!isHandshake || exchange.channel !== "websocket") return null;
  const sessionId = exchange.address.query.get("id") ?? null;
  return { role: "connect", endpoint: endpointOf(exchange.address), transport: "websocket", sessionId, isSure: true };
}

function isNegotiation(answer: Record<string, unknown> | null): boolean {
  return (
    answer !== null && ("availableTransports" in answer || "ProtocolVersion" in answer || "connectionToken" in answer)
  );
}

function readRequest(connection: Connection, exchange: Exchange, role: Role): void {
  const client = /SignalR\/(\d+)/.exec(header(exchange.requestHeaders, "x-signalr-user-agent") ?? "");
  if (client) sessionOf(connection).clientVersion = Number(client[1]);
  if (role !== "send") return;
  for (const message of splitMessages(decodedText(exchange.requestBody))) readMessage(connection, message, "sent");
}

function readResponse(connection: Connection, exchange: Exchange, role: Role): Announcement {
  if (role === "negotiate") return readNegotiation(connection, exchange);
  if (role === "poll") {
    for (const message of splitMessages(decodedText(exchange.responseBody)))
      readMessage(connection, message, "received");
  }
  return NOTHING_ANNOUNCED;
}

function readNegotiation(connection: Connection, exchange: Exchange): Announcement {
  const session = sessionOf(connection);
  if (isFailure(exchange) || exchange.status === null || exchange.status >= 300) return NOTHING_ANNOUNCED;
  const text = bodyText(exchange.responseBody);
  const answer = parseJsonObject(text);
  session.negotiateAnswer = kindOfAnswer(exchange, text, answer);
  if (!answer) return NOTHING_ANNOUNCED;
  session.family = "ProtocolVersion" in answer ? "classic" : "core";
  session.negotiateError = typeof answer.error === "string" ? answer.error : null;
  if (session.negotiateAnswer === "negotiation") session.offered = offeredTransports(answer);
  const ids = [answer.connectionToken, answer.connectionId, answer.ConnectionToken];
  return {
    sessionIds: ids.filter((id): id is string => typeof id === "string"),
    nextUrls: typeof answer.url === "string" ? redirectedTo(answer.url) : [],
  };
}

function kindOfAnswer(
  exchange: Exchange,
  text: string | null,
  answer: Record<string, unknown> | null,
): SignalrSession["negotiateAnswer"] {
  if (answer && typeof answer.url === "string") return "redirect";
  if (isNegotiation(answer)) return "negotiation";
  if (answer && typeof answer.error === "string") return "error";
  if (text === null) return exchange.responseBody?.bytes === 0 ? "empty" : null;
  if (text.trim() === "") return "empty";
  return /^\s*</.test(text) ? "html" : "other";
}

function offeredTransports(answer: Record<string, unknown>): string[] | null {
  if (answer.TryWebSockets !== undefined) return answer.TryWebSockets ? ["WebSockets"] : [];
  if (!Array.isArray(answer.availableTransports)) return null;
  return answer.availableTransports.flatMap((each: unknown) => {
    const name = typeof each === "object" && each !== null && "transport" in each ? each.transport : null;
    return typeof name === "string" ? [name] : [];
  });
}

/** The client asks the service for its own negotiation at the URL that it was sent to. */
function redirectedTo(url: string): string[] {
  const address = parseUrl(url);
  const path = address.path.replace(/\/$/, "");
  return [endpointOf(address, `${path}/negotiate`), endpointOf(address)];
}

function readFrame(connection: Connection, frame: FrameEvent): void {
  for (const message of splitMessages(bodyText(frame.payload))) readMessage(connection, message, frame.direction);
  readBinary(connection, frame);
}

function splitMessages(text: string | null): Record<string, unknown>[] {
  if (!text?.includes(RECORD_SEPARATOR)) return [];
  return text
    .split(RECORD_SEPARATOR)
    .map(parseJsonObject)
    .filter((message) => message !== null);
}

/** MessagePack messages come as binary frames; the handshake before them is always JSON. */
function readBinary(connection: Connection, frame: FrameEvent): void {
  const session = sessionOf(connection);
  if (frame.payload.encoding === "base64" && frame.direction === "received" && session.handshake === "sent") {
    session.handshake = "accepted";
  }
}

function readMessage(
  connection: Connection,
  message: Record<string, unknown>,
  direction: FrameEvent["direction"],
): void {
  const session = sessionOf(connection);
  session.family ??= "core";
  if (typeof message.protocol === "string" && direction === "sent") {
    session.hubProtocol = message.protocol;
    if (session.handshake === "none") session.handshake = "sent";
    return;
  }
  if (message.type === MESSAGE_CLOSE) {
    readClose(session, message, direction);
    return;
  }
  if (direction === "sent" || session.handshake === "accepted" || session.handshake === "refused") return;
  const error = typeof message.error === "string" && message.type === undefined ? message.error : null;
  session.handshake = error === null ? "accepted" : "refused";
  session.handshakeError = error;
}

function readClose(
  session: SignalrSession,
  message: Record<string, unknown>,
  direction: FrameEvent["direction"],
): void {
  if (direction === "sent") {
    // A client answers the server's Close with its own; only an unasked one is a goodbye.
    session.clientSaidGoodbye ||= session.serverClose === null;
    return;
  }
  session.serverClose = {
    error: typeof message.error === "string" ? message.error : null,
    allowReconnect: message.allowReconnect === true,
  };
}

function judge(connection: Connection): Outcome {
  const trouble = troubleOn(connection);
  if (trouble) return { state: "failed", trouble };
  const session = sessionOf(connection);
  if (session.clientSaidGoodbye || connection.parts.stop || connection.leftAt !== null) return { state: "closed" };
  const socket = lastOf(connection, "connect");
  if (session.handshake === "accepted") return { state: socket && socket.endedAt === null ? "open" : "closed" };
  return { state: "connecting" };
}

function troubleOn(connection: Connection): Trouble | null {
  const session = sessionOf(connection);
  const negotiate = lastOf(connection, "negotiate");
  const preflight = failedOf(connection, "preflight");
  if (preflight) return trouble(wasRedirected(connection) ? "negotiate" : "preflight", preflight);
  if (negotiate && isFailure(negotiate)) {
    return trouble(isPreflightProblem(lastOf(connection, "preflight")) ? "preflight" : "negotiate", negotiate);
  }
  if (negotiate && isWrongAnswer(session, negotiate)) return trouble("negotiate", negotiate);
  const connect = failedOf(connection, "connect");
  if (connect) return trouble("connect", connect);
  const poll = failedOf(connection, "poll");
  if (poll && !session.clientSaidGoodbye && !connection.parts.stop) {
    return trouble(session.handshake === "accepted" ? "poll" : "connect", poll);
  }
  return troubleInSession(connection, session);
}

/** The preflight of a redirect's target fails because of where the redirect led. */
function wasRedirected({ parts }: Connection): boolean {
  return parts.negotiate !== undefined && isFollowedRedirect(parts.negotiate.first);
}

/** No negotiate answer, or one for the clients of the other SignalR. */
function isWrongAnswer({ negotiateAnswer, family }: SignalrSession, negotiate: Exchange): boolean {
  if (negotiateAnswer === null) return false;
  const { query } = negotiate.address;
  const isForOthers = family === "classic" ? query.has("negotiateVersion") : query.has("clientProtocol");
  return !["negotiation", "redirect"].includes(negotiateAnswer) || isForOthers;
}

function troubleInSession(connection: Connection, session: SignalrSession): Trouble | null {
  const socket = lastOf(connection, "connect") ?? lastOf(connection, "poll");
  if (session.handshake === "refused") return trouble("handshake", socket);
  const send = failedOf(connection, "send");
  if (send && !session.clientSaidGoodbye && !connection.parts.stop) return trouble("message", send);
  if (session.serverClose && !session.clientSaidGoodbye) return trouble("close", socket);
  if (session.clientSaidGoodbye) return null;
  return endedBadly(connection, session, socket);
}

/** A socket that ended though neither side said goodbye. */
function endedBadly(connection: Connection, session: SignalrSession, socket: Exchange | null): Trouble | null {
  const { close } = connection;
  const saysGoodbye = (session.clientVersion ?? 0) >= 8;
  const wasCut = close ? close.by !== "page" && close.code !== 1000 : saysGoodbye && wasLost(connection, socket);
  if (session.handshake === "accepted")
    return wasCut ? { phase: "close", exchange: socket, severity: "warning" } : null;
  const hasEnded = socket?.channel === "websocket" && socket.endedAt !== null && connection.leftAt === null;
  return session.handshake === "sent" && (wasCut || hasEnded) ? trouble("handshake", socket) : null;
}

function trouble(phase: Phase, exchange: Exchange | null): Trouble {
  return { phase, exchange, severity: "error" };
}
