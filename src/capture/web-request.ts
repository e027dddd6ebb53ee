import browser, { type WebRequest } from "webextension-polyfill";
import { ASK_AGAIN } from "../core/ask-again.js";
import { newExchange } from "../core/exchange.js";
import { recognise } from "../core/recognition.js";
import type { Channel, ExchangeEvent, Header, TrafficEvent } from "../core/traffic.js";

const FILTER: WebRequest.RequestFilter = { urls: ["<all_urls>"] };

/** A request on its way; each listener adds what it knows. */
type Pending = Map<string, ExchangeEvent>;

/**
 * Watches the wire in every tab, where the user granted `webRequest`; without it the API is not there and nothing happens.
 * The listeners stand at top level: the browser wakes a stopped worker for them.
 * In Chromium the status of a refused WebSocket is hidden from here, so it is told as unknown.
 */
export function watchWebRequests(emit: (tab: number, event: TrafficEvent) => void): void {
  if (!browser.webRequest) return;
  const pending: Pending = new Map();
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
    finish(details.tabId, details.requestId, { endedAt: details.timeStamp });
    pending.set(details.requestId, { ...begin(details), url: details.redirectUrl });
  }, FILTER);
  onCompleted.addListener((details) => {
    const isSocket = pending.get(details.requestId)?.channel === "websocket";
    finish(details.tabId, details.requestId, { endedAt: isSocket ? null : details.timeStamp });
  }, FILTER);
  onErrorOccurred.addListener((details) => {
    const known = pending.get(details.requestId);
    const netError = known?.channel === "websocket" && details.error === "net::ERR_FAILED" ? "" : details.error;
    finish(details.tabId, details.requestId, { netError, endedAt: details.timeStamp });
  }, FILTER);

  function add({ requestId }: { requestId: string }, seen: Partial<ExchangeEvent>): void {
    const event = pending.get(requestId);
    if (event) pending.set(requestId, { ...event, ...seen });
  }

  function finish(tab: number, requestId: string, seen: Partial<ExchangeEvent>): void {
    const event = pending.get(requestId);
    pending.delete(requestId);
    const whole = event && { ...event, ...seen };
    if (whole && recognise(newExchange(whole))?.part.isSure) emit(tab, whole);
  }
}

function begin(details: {
  requestId: string;
  timeStamp: number;
  method: string;
  url: string;
  type: string;
}): ExchangeEvent {
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
    initiator: asksForSocketByFetch(details) ? [ASK_AGAIN] : null,
    endedAt: null,
  };
}

/** No client asks for a WebSocket transport by a fetch: that is the panel's own question, and here nobody tells who asked. */
function asksForSocketByFetch(details: { url: string; type: string }): boolean {
  return details.type === "xmlhttprequest" && /[?&]transport=websocket(&|$)/.test(details.url);
}

function channelOf({ type, method }: { type: string; method: string }): Channel {
  if (type === "websocket") return "websocket";
  return method === "OPTIONS" ? "preflight" : "http";
}

function headers(list: WebRequest.HttpHeaders | undefined): Header[] | null {
  return list?.map(({ name, value = "" }) => ({ name, value })) ?? null;
}
