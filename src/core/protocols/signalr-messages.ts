import { type Connection, type Role, sessionOf } from "../connection.js";
import { bodyText, decodedText, type Exchange, header, isFailure, parseJsonObject } from "../exchange.js";
import type { Content, FrameEvent } from "../traffic.js";
import { endpointOf, parseUrl } from "../url.js";
import { type Announcement, NOTHING_ANNOUNCED } from "./protocol.js";
import { readBinaryMessages } from "./signalr-binary.js";
import { readCircuit } from "./signalr-circuit.js";
import { isNegotiation } from "./signalr-recognition.js";
import { RECORD_SEPARATOR, type SignalrSession } from "./signalr-session.js";

const MESSAGE_CLOSE = 7;

export function readRequest(connection: Connection, exchange: Exchange, role: Role): void {
  const client = /SignalR\/(\d+)/.exec(header(exchange.requestHeaders, "x-signalr-user-agent") ?? "");
  if (client) sessionOf(connection, "signalr").clientVersion = Number(client[1]);
  if (role === "send") readBody(connection, exchange.requestBody, "sent");
}

export function readResponse(connection: Connection, exchange: Exchange, role: Role): Announcement {
  if (role === "negotiate") return readNegotiation(connection, exchange);
  if (exchange.address.query.has("connectionToken")) readClassic(connection, exchange);
  else if (role === "poll") readBody(connection, exchange.responseBody, "received");
  return NOTHING_ANNOUNCED;
}

/** SignalR 2.x has no handshake message: the connection is up when its first answer says S, or that of `start` says so. */
function readClassic(connection: Connection, exchange: Exchange): void {
  const answer = parseJsonObject(bodyText(exchange.responseBody));
  if (answer?.S !== 1 && answer?.Response !== "started") return;
  const session = sessionOf(connection, "signalr");
  session.family = "classic";
  session.handshake = "accepted";
}

/** Long polling carries text as binary, too. */
function readBody(connection: Connection, body: Content | null, direction: FrameEvent["direction"]): void {
  const text = decodedText(body);
  if (text?.includes(RECORD_SEPARATOR)) {
    for (const message of splitMessages(text)) readMessage(connection, message, direction);
  } else if (body) readBinary(connection, body, direction);
}

function readNegotiation(connection: Connection, exchange: Exchange): Announcement {
  const session = sessionOf(connection, "signalr");
  if (isFailure(exchange) || !exchange.status || exchange.status >= 300) return NOTHING_ANNOUNCED;
  const text = bodyText(exchange.responseBody);
  const answer = parseJsonObject(text);
  const kind = kindOfAnswer(exchange, text, answer);
  // Of a chain of redirects a body may stay untold, which takes nothing back of those before it.
  if (kind !== null || session.negotiateAnswer !== "redirect") session.negotiateAnswer = kind;
  if (kind === null) return { sessionIds: [], nextUrls: [connection.endpoint] };
  if (!answer) return NOTHING_ANNOUNCED;
  session.family = "ProtocolVersion" in answer ? "classic" : "core";
  session.classicVersion = typeof answer.ProtocolVersion === "string" ? answer.ProtocolVersion : null;
  session.negotiateError = typeof answer.error === "string" ? answer.error : null;
  if (session.negotiateAnswer === "negotiation") session.offered = offeredTransports(answer);
  const to = typeof answer.url === "string" ? answer.url : null;
  session.isSentOn ||= to !== null && parseUrl(to).host !== exchange.address.host;
  session.promisesUnaskedReconnect =
    answer.useStatefulReconnect === true && exchange.address.query.get("useStatefulReconnect") !== "true";
  // Since version 1 the token is what later requests carry; the id is for applications, which send it about as they like.
  const ids = [answer.connectionToken ?? answer.connectionId, answer.ConnectionToken];
  return {
    sessionIds: ids.filter((id): id is string => typeof id === "string"),
    nextUrls: to === null ? [] : redirectedTo(to),
  };
}

/** No Content and Reset Content, which never have a body. */
const EMPTY_BY_STATUS = [204, 205];

function kindOfAnswer(
  exchange: Exchange,
  text: string | null,
  answer: Record<string, unknown> | null,
): SignalrSession["negotiateAnswer"] {
  if (answer && typeof answer.url === "string") return "redirect";
  if (isNegotiation(answer)) return "negotiation";
  if (answer && typeof answer.error === "string") return "error";
  if (answer && typeof answer.Url === "string" && typeof answer.AccessToken === "string") return "miscased";
  if (EMPTY_BY_STATUS.includes(exchange.status ?? 0)) return "empty";
  if (text === null) return isToldEmpty(exchange) ? "empty" : null;
  if (text.trim() === "") return "empty";
  return /^\s*</.test(text) ? "html" : "other";
}

/** Where the body was not read, its length may tell; `webRequest` gives headers alone. */
function isToldEmpty({ responseBody, responseHeaders }: Exchange): boolean {
  return responseBody ? responseBody.bytes === 0 : header(responseHeaders, "content-length") === "0";
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

export function readFrame(connection: Connection, frame: FrameEvent): void {
  for (const message of splitMessages(bodyText(frame.payload))) readMessage(connection, message, frame.direction);
  readBinary(connection, frame.payload, frame.direction);
}

function splitMessages(text: string | null): Record<string, unknown>[] {
  if (!text?.includes(RECORD_SEPARATOR)) return [];
  return text
    .split(RECORD_SEPARATOR)
    .map(parseJsonObject)
    .filter((message) => message !== null);
}

/** A hub protocol of binary messages; the handshake before them is always JSON, and its answer may share their frame. */
function readBinary(connection: Connection, content: Content, direction: FrameEvent["direction"]): void {
  if (content.encoding !== "base64") return;
  const session = sessionOf(connection, "signalr");
  const { handshake, messages } = readBinaryMessages(content);
  for (const message of splitMessages(handshake)) readMessage(connection, message, direction);
  if (direction === "received" && session.handshake === "sent") session.handshake = "accepted";
  for (const message of messages) readMessage(connection, message, direction);
}

function readMessage(
  connection: Connection,
  message: Record<string, unknown>,
  direction: FrameEvent["direction"],
): void {
  const session = sessionOf(connection, "signalr");
  session.family ??= "core";
  if (typeof message.protocol === "string" && direction === "sent") {
    session.hubProtocol = message.protocol;
    if (session.handshake === "none") session.handshake = "sent";
    return;
  }
  readCircuit(session, message, direction);
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
