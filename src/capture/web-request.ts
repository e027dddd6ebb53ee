import browser, { type WebRequest } from "webextension-polyfill";
import { corsProblem } from "../core/cors.js";
import { header, newExchange } from "../core/exchange.js";
import type { Channel, ExchangeEvent, Header, TrafficEvent } from "../core/traffic.js";
import { chromiumWord } from "../har/net-errors.js";
import { isFirefox } from "./firefox.js";
import { createRelevance, type Relevance } from "./relevance.js";

const FILTER: WebRequest.RequestFilter = { urls: ["<all_urls>"] };

/** A request on its way; each listener adds what it knows. */
interface Pending {
  tab: number;
  type: string;
  event: ExchangeEvent;
}

/**
 * Watches the wire in every tab, where the extension may use `webRequest`; without it the API is not there and nothing happens.
 * The listeners stand at top level: the browser wakes a stopped worker for them.
 * In Chromium the status of a refused WebSocket is hidden from here, so it is told as unknown.
 */
export function watchWebRequests(emit: (tab: number, event: TrafficEvent) => void): void {
  if (!browser.webRequest) return;
  const pending = new Map<string, Pending>();
  const relevance = new Map<number, Relevance>();
  const { onBeforeRequest, onSendHeaders, onHeadersReceived, onBeforeRedirect, onCompleted, onErrorOccurred } =
    browser.webRequest;

  onBeforeRequest.addListener((details) => {
    if (details.tabId >= 0 && !details.incognito) pending.set(details.requestId, begin(details));
  }, FILTER);
  onSendHeaders.addListener((details) => add(details, { requestHeaders: headers(details.requestHeaders) }), FILTER, [
    "requestHeaders",
  ]);
  onHeadersReceived.addListener(
    (details) => add(details, { status: details.statusCode, responseHeaders: headers(details.responseHeaders) }),
    FILTER,
    ["responseHeaders"],
  );
  onBeforeRedirect.addListener((details) => {
    const isFollowed = pending.get(details.requestId)?.event.channel === "http";
    finish(details.requestId, () => ({ endedAt: details.timeStamp }));
    if (isFollowed) pending.set(details.requestId, begin({ ...details, url: details.redirectUrl }));
  }, FILTER);
  onCompleted.addListener((details) => {
    finish(details.requestId, (seen) => completed(seen, details.timeStamp));
  }, FILTER);
  onErrorOccurred.addListener((details) => {
    finish(details.requestId, ({ event }) => ({ ...failed(event, details.error), endedAt: details.timeStamp }));
  }, FILTER);
  browser.tabs.onRemoved.addListener((tab) => void relevance.delete(tab));

  function add({ requestId }: { requestId: string }, seen: Partial<ExchangeEvent>): void {
    const known = pending.get(requestId);
    if (known) known.event = { ...known.event, ...seen };
  }

  function finish(requestId: string, end: (seen: Pending) => Partial<ExchangeEvent>): void {
    const seen = pending.get(requestId);
    pending.delete(requestId);
    if (!seen) return;
    const { event, tab } = seen;
    const whole = { ...event, channel: isStream(event) ? ("eventsource" as const) : event.channel, ...end(seen) };
    const concerns = relevance.get(tab) ?? createRelevance();
    relevance.set(tab, concerns);
    // Whose a socket is, its first messages or its caller may tell, which only the page knows; in Chromium DevTools, too.
    if (concerns(whole) || (isFirefox && whole.channel === "websocket")) emit(tab, whole);
  }
}

/** A WebSocket is completed when it is open; and what Firefox kept from the page it calls completed, too. */
function completed({ event, type }: Pending, at: number): Partial<ExchangeEvent> {
  if (event.channel === "websocket") return { endedAt: null };
  const isKept = isFirefox && type === "xmlhttprequest" && corsProblem(newExchange(event), null) !== null;
  return { endedAt: at, netError: isKept ? BLOCKED : null };
}

/** Chromium's word for an answer that CORS kept from the page. */
const BLOCKED = "net::ERR_FAILED";

/** Firefox's word where CORS, or the preflight before it, refused a request. */
const FIREFOX_BLOCKED = "NS_ERROR_DOM_BAD_URI";

/**
 * The browser's word. Firefox has one for every WebSocket that was answered with anything but 101, and one for the
 * preflight that failed: what the server said to them is told by the status.
 */
function failed({ channel, status }: ExchangeEvent, word: string): Partial<ExchangeEvent> {
  if (channel === "websocket" && word === BLOCKED) return { netError: "" };
  const isAnswered = status !== null && status > 0;
  if (isFirefox && isAnswered && channel !== "http") return { netError: null };
  const netError = isFirefox && word === FIREFOX_BLOCKED ? BLOCKED : chromiumWord(word);
  return { status: status ?? 0, netError };
}

function isStream({ channel, requestHeaders }: ExchangeEvent): boolean {
  return channel === "http" && /text\/event-stream/i.test(header(requestHeaders, "accept") ?? "");
}

function begin(details: {
  tabId: number;
  requestId: string;
  timeStamp: number;
  method: string;
  url: string;
  type: string;
}): Pending {
  return { tab: details.tabId, type: details.type, event: begun(details) };
}

function begun(details: Parameters<typeof begin>[0]): ExchangeEvent {
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
    requestBody: null,
    status: null,
    responseHeaders: null,
    responseBody: null,
    netError: null,
    initiator: null,
    endedAt: null,
  };
}

function channelOf({ type, method }: { type: string; method: string }): Channel {
  if (type === "websocket") return "websocket";
  return method === "OPTIONS" ? "preflight" : "http";
}

function headers(list: WebRequest.HttpHeaders | undefined): Header[] | null {
  return list?.map(({ name, value = "" }) => ({ name, value })) ?? null;
}
