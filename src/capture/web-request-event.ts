import type { WebRequest } from "webextension-polyfill";
import { ASK_AGAIN } from "../core/ask-again.js";
import { corsProblem } from "../core/cors.js";
import { header, newExchange } from "../core/exchange.js";
import { opensSocket } from "../core/opened-socket.js";
import type { Channel, ExchangeEvent, Header, NavigatedEvent } from "../core/traffic.js";
import { UNANSWERED } from "../core/unanswered.js";
import { wordOfFirefox } from "../har/net-errors.js";
import { isFirefox } from "./firefox.js";

/** What the browser says of a request at each of its steps. */
export interface Details {
  requestId: string;
  tabId: number;
  timeStamp: number;
  method: string;
  url: string;
  type: string;
}

/** A WebSocket is completed when it is open; and what Firefox kept from the page it calls completed, too. */
export function completed(event: ExchangeEvent, { type, timeStamp }: Details): Partial<ExchangeEvent> {
  const { status, responseHeaders } = event;
  if (event.channel === "websocket") return { status, responseHeaders, endedAt: null };
  const isKept = isFirefox && type === "xmlhttprequest" && corsProblem(newExchange(event), null) !== null;
  return { status, responseHeaders, endedAt: timeStamp, netError: isKept ? BLOCKED : null };
}

/** Chromium's word for an answer that CORS kept from the page. */
const BLOCKED = "net::ERR_FAILED";

/** Firefox's word where CORS, or the preflight before it, refused a request. */
const FIREFOX_BLOCKED = "NS_ERROR_DOM_BAD_URI";

/**
 * Firefox's word where an extension cancels a request, before its headers are made; and where a page closes an EventSource, whose
 * request was sent. What else a page gives up is NS_BINDING_ABORTED.
 */
const FIREFOX_CANCELLED = "NS_ERROR_ABORT";
const BLOCKED_BY_EXTENSION = "net::ERR_BLOCKED_BY_CLIENT";

/**
 * The browser's word. Firefox has one for every WebSocket that was answered with anything but 101, and one for the
 * preflight that failed: what the server said to them is told by the status.
 */
export function failed({ channel, status, requestHeaders }: ExchangeEvent, word: string): Partial<ExchangeEvent> {
  if (channel === "websocket" && word === BLOCKED) return { netError: "" };
  const isAnswered = status !== null && status > 0;
  if (isFirefox && isAnswered && channel !== "http") return { netError: null };
  if (isFirefox && word === FIREFOX_BLOCKED) return { status: status ?? 0, netError: BLOCKED };
  const wasKeptBack = isFirefox && word === FIREFOX_CANCELLED && requestHeaders === null;
  return { status: status ?? 0, netError: wasKeptBack ? BLOCKED_BY_EXTENSION : wordOfFirefox(word) };
}

export function isStream({ channel, requestHeaders }: ExchangeEvent): boolean {
  return channel === "http" && /text\/event-stream/i.test(header(requestHeaders, "accept") ?? "");
}

export function begin(details: Details): ExchangeEvent {
  const id = `web-${details.requestId}-${details.timeStamp}`;
  return {
    kind: "exchange",
    id,
    exchange: id,
    at: details.timeStamp,
    channel: channelOf(details),
    page: null,
    method: details.method,
    url: details.url,
    requestHeaders: null,
    ...UNANSWERED,
    initiator: asksForSocketByFetch(details) ? [ASK_AGAIN] : null,
  };
}

/** A service worker takes a request over by what Firefox calls a redirect to the same address, without any answer. */
export function isHandedToWorker({ statusCode, url, redirectUrl }: WebRequest.OnBeforeRedirectDetailsType): boolean {
  return isFirefox && statusCode === 0 && redirectUrl === url;
}

/** These answers leave the page where it is. */
const STAYS = [204, 205];

interface Answered {
  type: string;
  statusCode: number;
  statusLine?: string | undefined;
  responseHeaders?: WebRequest.HttpHeaders | undefined;
}

/** Where the browser names no headers at all, those that were seen before stand. */
export function answerOf({ type, statusCode, statusLine, responseHeaders }: Answered): Partial<ExchangeEvent> {
  const status = type === "websocket" && opensSocket(statusCode, statusLine ?? "") ? 101 : statusCode;
  return responseHeaders ? { status, responseHeaders: headers(responseHeaders) } : { status };
}

export function leavesPage({ type, statusCode, responseHeaders }: Answered): boolean {
  if (type !== "main_frame" || STAYS.includes(statusCode) || (statusCode >= 300 && statusCode < 400)) return false;
  return !responseHeaders?.some(
    ({ name, value }) => name.toLowerCase() === "content-disposition" && value?.startsWith("attachment"),
  );
}

export function navigated({ requestId, timeStamp, url }: Details): NavigatedEvent {
  const page = `web-page-${requestId}`;
  return { kind: "navigated", id: page, at: timeStamp, page, url };
}

/** No client asks for a WebSocket transport by a fetch: that is the panel's own question, and here nobody tells who asked. */
function asksForSocketByFetch(details: { url: string; type: string }): boolean {
  return details.type === "xmlhttprequest" && /[?&]transport=websocket(&|$)/.test(details.url);
}

export function channelOf({ type, method }: { type: string; method: string }): Channel {
  if (type === "websocket") return "websocket";
  return method === "OPTIONS" ? "preflight" : "http";
}

export function headers(list: WebRequest.HttpHeaders | undefined): Header[] | null {
  return list?.map(({ name, value = "" }) => ({ name, value })) ?? null;
}
