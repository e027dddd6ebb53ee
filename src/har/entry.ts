import type { Channel, CloseEvent, Content, ExchangeEvent, FrameEvent } from "../core/traffic.js";
import { type Answer, httpAnswer, socketAnswer } from "./answer.js";
import { base64Length, byteLength, readContent } from "./content.js";
import { closeOf, type HarEntry, readable, readEntry, type SocketMessage } from "./entry-shape.js";
import { readInitiator } from "./initiator.js";
import { readDate, readMessageTime } from "./times.js";

export interface EntryOptions {
  /** Of the exchange; its messages are numbered after it. */
  id: string;
  /** A socket's entry in DevTools comes when it is over; one in a file may tell of a socket that was still open. */
  hasEnded: boolean;
  /** What `getContent` gave, where the entry itself has no body. */
  body: { text: string; encoding: string } | null;
  /** So many messages of this exchange were read before, and are not in the entry. */
  earlierMessages?: number;
}

/**
 * One HAR entry, from a file or from `devtools.network`, as its exchange and the messages on it. Any value is taken:
 * what cannot be read is null, and what has no URL is no exchange at all.
 */
export function entryEvents(entry: unknown, options: EntryOptions): [ExchangeEvent, ...FrameEvent[]] | [] {
  const har = readEntry(entry);
  if (!har?.request?.url) return [];
  const exchange = exchangeOf(har, options);
  const messages = exchange.channel === "eventsource" ? streamMessages(har) : socketMessages(har);
  const number = (options.earlierMessages ?? 0) + 1;
  const frames = messages.map((message, index) => frameOf(message, exchange, `${exchange.exchange}.${number + index}`));
  return [exchange, ...frames];
}

/** The close of a socket, which our own writer and HTTP Toolkit's keep; null where none was seen. */
export function entryClose(entry: unknown, exchange: ExchangeEvent): CloseEvent | null {
  const close = closeOf(entry);
  if (!close) return null;
  const by = close.by === "page" || close.by === "server" || close.by === "browser" ? close.by : "unknown";
  const at = readMessageTime(close.time) ?? exchange.endedAt ?? exchange.at;
  const id = `${exchange.exchange}.close`;
  return { kind: "close", id, at, exchange: exchange.exchange, code: close.code, reason: close.reason, by };
}

/** A year: no request lasts longer, whatever a HAR says. */
const LONGEST_MS = 366 * 86_400_000;

function exchangeOf(entry: HarEntry, { id, hasEnded, body }: EntryOptions): ExchangeEvent {
  const channel = channelOf(entry);
  const answer = channel === "websocket" ? socketAnswer(entry) : httpAnswer(entry);
  const unknown = unknownIn(entry, answer, channel, hasEnded);
  const at = startOf(entry);
  const answeredBy = answererOf(entry);
  return {
    kind: "exchange",
    id,
    at,
    exchange: id,
    channel,
    page: entry.pageref,
    method: entry.request?.method || "GET",
    url: urlOf(entry, channel),
    requestHeaders: unknown.has("requestHeaders") ? null : (entry.request?.headers ?? []),
    requestBody: requestBodyOf(entry),
    status: unknown.has("status") ? null : answer.status,
    responseHeaders: unknown.has("responseHeaders") ? null : (entry.response?.headers ?? []),
    responseBody: responseBodyOf(entry, body, unknown.has("responseBody")),
    netError: answer.netError,
    initiator: readInitiator(entry._initiator),
    endedAt: unknown.has("endedAt") || entry.time === null ? null : at + Math.min(Math.max(0, entry.time), LONGEST_MS),
    ...(answeredBy ? { answeredBy } : {}),
    ...(entry._pageTold === "begin" || entry._pageTold === "end" ? { pageTold: entry._pageTold } : {}),
  };
}

/** Chromium says whether a service worker stood in between, and whether the answer is its own or came from the network. */
function answererOf({ response }: HarEntry): ExchangeEvent["answeredBy"] {
  const isBetween = response?._fetchedViaServiceWorker === true;
  return isBetween && response._serviceWorkerResponseSource !== "network" ? "service-worker" : undefined;
}

function channelOf(entry: HarEntry): Channel {
  const { _resourceType: type, request, response } = entry;
  const asks = (name: string) =>
    request?.headers?.find((each) => each.name.length === name.length && each.name.toLowerCase() === name)?.value;
  if (type === "webtransport") return type;
  if (type === "preflight" || (request?.method === "OPTIONS" && asks("access-control-request-method")))
    return "preflight";
  // Proxies write http(s) for a socket; one that was refused shows by what no other request carries (RFC 6455, 4.1).
  const isSocket =
    /^wss?:/i.test(request?.url ?? "") ||
    response?.status === 101 ||
    asks("sec-websocket-version") !== undefined ||
    Boolean(entry._webSocketMessages?.length);
  if (type === "websocket" || isSocket) return "websocket";
  const isStream = [asks("accept"), response?.content?.mimeType].some((each) => /text\/event-stream/i.test(each ?? ""));
  return type === "eventsource" || entry._eventSourceMessages || isStream ? "eventsource" : "http";
}

/** mitmproxy and other proxies write a socket's URL with https. */
function urlOf(entry: HarEntry, channel: Channel): string {
  const url = entry.request?.url ?? "";
  return channel === "websocket" ? url.replace(/^http/i, "ws") : url;
}

function startOf(entry: HarEntry): number {
  return readDate(entry.startedDateTime) ?? readMessageTime(readable(entry._webSocketMessages)[0]?.time ?? null) ?? 0;
}

/** Whoever leaves bodies and headers out of a HAR leaves a size of 0 behind; an empty answer has headers that say so. */
function saysNothingOfSize({ response }: HarEntry): boolean {
  return typeof response?.content?.text !== "string" && !response?.headers?.length;
}

/** Fields that HAR wants a value for though nobody knew it: our writer lists them, of others they are guessed. */
function unknownIn(entry: HarEntry, answer: Answer, channel: Channel, hasEnded: boolean): Set<string> {
  if (entry._unknown) return new Set(readable(entry._unknown));
  const size = entry.response?.content?.size ?? -1;
  const hasNoAnswer = (entry.response?.status ?? 0) <= 0;
  const staysOpen =
    answer.netError === null && answer.status === (channel === "websocket" ? 101 : 200) && channel !== "http";
  const isPending = answer.status === null && answer.netError === null;
  const guesses = {
    requestHeaders: !entry.request?.headers?.length,
    responseHeaders: !entry.response?.headers || (hasNoAnswer && entry.response.headers.length === 0),
    responseBody:
      size < 0 ||
      (size === 0 && saysNothingOfSize(entry)) ||
      (size === 0 && (hasNoAnswer || answer.netError !== null || channel === "websocket")),
    endedAt: (entry.time ?? -1) < 0 || isPending || (staysOpen && !hasEnded),
  };
  return new Set(Object.entries(guesses).flatMap(([field, isUnknown]) => (isUnknown ? field : [])));
}

const BINARY_TYPE = "application/octet-stream";

function requestBodyOf({ request }: HarEntry): Content | null {
  const size = request?.bodySize && request.bodySize > 0 ? request.bodySize : null;
  const data = request?.postData;
  const mimeType = data?._encoding ? BINARY_TYPE : (data?.mimeType ?? null);
  if (typeof data?.text === "string") return readContent(data.text, data._encoding ?? data.encoding, mimeType, size);
  return size === null ? null : { text: null, encoding: "text", bytes: size };
}

function responseBodyOf(entry: HarEntry, body: EntryOptions["body"], isUnknown: boolean): Content | null {
  const content = entry.response?.content ?? null;
  const size = content?.size && content.size > 0 ? content.size : null;
  const text = content?.text ?? body?.text ?? null;
  const encoding = typeof content?.text === "string" ? content.encoding : (body?.encoding ?? null);
  if (text !== null && (text !== "" || !isUnknown)) return readContent(text, encoding, content?.mimeType ?? null, size);
  return isUnknown ? null : { text: null, encoding: "text", bytes: size ?? 0 };
}

function socketMessages(entry: HarEntry): SocketMessage[] {
  return readable(entry._webSocketMessages).filter(({ type }) => type === "send" || type === "receive");
}

function streamMessages(entry: HarEntry): SocketMessage[] {
  return readable(entry._eventSourceMessages).map((message) => ({ ...message, type: "receive", opcode: 1 }));
}

function frameOf(message: SocketMessage, { exchange, at }: ExchangeEvent, id: string): FrameEvent {
  return {
    kind: "frame",
    id,
    at: readMessageTime(message.time) ?? at,
    exchange,
    direction: message.type === "send" ? "sent" : "received",
    payload: payloadOf(message),
  };
}

const BINARY = 2;

function payloadOf({ opcode, data, _bytes, _atLeast }: SocketMessage): Content {
  const encoding = opcode === BINARY ? "base64" : "text";
  if (data === null || (data === "" && _bytes)) return { text: null, encoding, bytes: _bytes };
  const bytes = _bytes ?? (encoding === "base64" ? base64Length(data) : byteLength(data));
  return { text: data, encoding, bytes, ...(_atLeast ? { atLeast: true } : {}) };
}
