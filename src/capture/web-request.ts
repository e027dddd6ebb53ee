import browser, { type WebRequest } from "webextension-polyfill";
import { ASK_AGAIN } from "../core/ask-again.js";
import { corsProblem } from "../core/cors.js";
import { header, newExchange } from "../core/exchange.js";
import { recognise } from "../core/recognition.js";
import type { Channel, CoverageEvent, ExchangeEvent, Header, NavigatedEvent } from "../core/traffic.js";
import { wordOfFirefox } from "../har/net-errors.js";
import { createAtServiceWorker } from "./at-service-worker.js";
import { isFirefox } from "./firefox.js";
import { createRelevance, type Relevance } from "./relevance.js";
import type { Unfinished } from "./unfinished.js";

const FILTER: WebRequest.RequestFilter = { urls: ["<all_urls>"] };

/** Requests on their way; a page that opens more at once than these is not one that can be followed. */
const KEPT = 2000;

/** These answers leave the page where it is. */
const STAYS = [204, 205];

export interface WebRequestSource {
  /** Listens from now on; a stopped worker is woken for it. Without the permission nothing happens. */
  start(): void;
  /** No listener of ours is left. */
  stop(): void;
}

export interface WebRequestNeeds {
  /** Requests of the three protocols as they end, and page loads of the top frame; in order. */
  tell(tab: number, event: ExchangeEvent | NavigatedEvent): void;
  /** Never told of, and never kept, is what a private window does. */
  isPrivate(tab: number): Promise<boolean>;
  unfinished: Unfinished;
}

interface Details {
  requestId: string;
  tabId: number;
  timeStamp: number;
  method: string;
  url: string;
  type: string;
}

/**
 * Watches the wire in every tab. In Chromium the status of a refused WebSocket is hidden from here, so it is told as
 * unknown. Of a request that was under way when an earlier worker was stopped, what `unfinished` kept is told, else what
 * its end shows: then the rest is unknown.
 */
export function createWebRequestSource({ tell, isPrivate, unfinished }: WebRequestNeeds): WebRequestSource {
  const pending = new Map<string, ExchangeEvent>();
  const relevance = new Map<number, Relevance>();
  const atWorker = createAtServiceWorker();
  let turn: Promise<void> = Promise.resolve();
  let stopListening: (() => void) | null = null;
  let isLeftTold = false;

  function inTurn(details: { tabId: number }, step: () => Promise<void> | void): void {
    if (details.tabId < 0) return;
    inTurnOf(async () => {
      if (!(await isPrivate(details.tabId))) await step();
    });
  }

  /** One after the other, as the browser told of them. */
  function inTurnOf(step: () => Promise<void>): void {
    turn = turn.then(step).catch((error: unknown) => console.error("Handshake Triage: lost a request", error));
  }

  const onBegin = (details: Details) => {
    if (isFirefox && details.tabId < 0) inTurnOf(() => notePassedOn(details));
    inTurn(details, () => hold(begin(details), details));
  };
  const onSent = (details: WebRequest.OnSendHeadersDetailsType) =>
    inTurn(details, () => add(details, { requestHeaders: headers(details.requestHeaders) }));
  const onAnswered = (details: WebRequest.OnHeadersReceivedDetailsType) =>
    inTurn(details, async () => {
      await add(details, answerOf(details));
      if (leavesPage(details)) tell(details.tabId, navigated(details));
    });
  const onRedirected = (details: WebRequest.OnBeforeRedirectDetailsType) =>
    inTurn(details, async () => {
      if (isHandedToWorker(details)) {
        await noteHandedOver(details);
        return;
      }
      const isFollowed = channelOf(details) === "http";
      await finish(details, () => ({ ...answerOf(details), endedAt: details.timeStamp }));
      if (isFollowed) hold({ ...begin(details), url: details.redirectUrl }, details);
    });
  const onCompleted = (details: WebRequest.OnCompletedDetailsType) =>
    inTurn(details, () => finish(details, (event) => completed({ ...event, ...answerOf(details) }, details)));
  const onFailed = (details: WebRequest.OnErrorOccurredDetailsType) =>
    inTurn(details, () =>
      finish(details, (event) => ({ ...failed(event, details.error), endedAt: details.timeStamp })),
    );

  function hold(event: ExchangeEvent, { requestId }: { requestId: string }): void {
    pending.set(requestId, event);
    const [oldest] = pending.keys();
    if (pending.size > KEPT && oldest !== undefined) pending.delete(oldest);
  }

  async function known(details: Details): Promise<ExchangeEvent> {
    const event = pending.get(details.requestId) ?? (await unfinished.of(details)) ?? begin(details);
    hold(event, details);
    return event;
  }

  async function add(details: Details, seen: Partial<ExchangeEvent>): Promise<void> {
    const event = { ...(await known(details)), ...seen };
    hold(event, details);
    if (recognise(newExchange(event))) unfinished.keep(details, event);
  }

  async function finish(details: Details, end: (event: ExchangeEvent) => Partial<ExchangeEvent>): Promise<void> {
    const event = await known(details);
    pending.delete(details.requestId);
    const whole = { ...event, channel: isStream(event) ? ("eventsource" as const) : event.channel, ...end(event) };
    // Whose a socket is, its first messages or its caller may tell, which only the page knows; in Chromium DevTools, too.
    const concerns = relevanceIn(details.tabId)(whole) || (isFirefox && whole.channel === "websocket");
    if (concerns) tell(details.tabId, whole);
    unfinished.forget(details);
  }

  /**
   * A worker may be stopped amid the word of a request's end, which nobody says again: what was known of an answer stands.
   * Should its end still come, it is the same exchange. Told once: a worker that tells of all again before it can do
   * anything else is soon stopped amid that, too.
   */
  async function tellLeft(): Promise<void> {
    for (const { event, ...request } of await unfinished.left()) {
      if (!event.status || !relevanceIn(request.tabId)(event)) continue;
      tell(request.tabId, { ...event, id: `${event.exchange}.so-far` });
      unfinished.forget(request);
    }
  }

  /** If the service worker lets it pass, it goes on here. */
  async function noteHandedOver(details: WebRequest.OnBeforeRedirectDetailsType): Promise<void> {
    const event = await known(details);
    hold({ ...event, answeredBy: "server" }, details);
    if (!relevanceIn(details.tabId)(event)) return;
    await tell(details.tabId, atWorker.handOver(details, details.tabId, event));
  }

  async function notePassedOn(details: Details): Promise<void> {
    const passed = atWorker.passOn(details);
    if (passed) await tell(passed.tab, passed.event);
  }

  /** What came before in the same tab may tell whose a request is. */
  function relevanceIn(tab: number): Relevance {
    const known = relevance.get(tab) ?? createRelevance();
    relevance.set(tab, known);
    return known;
  }

  function forgetTab(tab: number): void {
    relevance.delete(tab);
  }

  function start(): void {
    const api = browser.webRequest;
    if (!api || stopListening) return;
    api.onBeforeRequest.addListener(onBegin, FILTER);
    api.onSendHeaders.addListener(onSent, FILTER, ["requestHeaders"]);
    api.onHeadersReceived.addListener(onAnswered, FILTER, ["responseHeaders"]);
    api.onBeforeRedirect.addListener(onRedirected, FILTER, ["responseHeaders"]);
    api.onCompleted.addListener(onCompleted, FILTER, ["responseHeaders"]);
    api.onErrorOccurred.addListener(onFailed, FILTER);
    browser.tabs.onRemoved.addListener(forgetTab);
    if (!isLeftTold) void tellLeft();
    isLeftTold = true;
    stopListening = () => {
      api.onBeforeRequest.removeListener(onBegin);
      api.onSendHeaders.removeListener(onSent);
      api.onHeadersReceived.removeListener(onAnswered);
      api.onBeforeRedirect.removeListener(onRedirected);
      api.onCompleted.removeListener(onCompleted);
      api.onErrorOccurred.removeListener(onFailed);
      browser.tabs.onRemoved.removeListener(forgetTab);
    };
  }

  return {
    start,
    stop() {
      stopListening?.();
      stopListening = null;
      pending.clear();
      relevance.clear();
      atWorker.clear();
    },
  };
}

/** What this source cannot see. Where the permission is optional (Chromium), holding it hides statuses of sockets. */
export function webRequestCoverage(at: number): CoverageEvent {
  const { optional_permissions: optional = [] } = browser.runtime.getManifest();
  const hidden = optional.includes("webRequest") ? (["statuses"] as const) : [];
  return {
    kind: "coverage",
    id: "web-coverage",
    at,
    source: "web-request",
    notSeen: [
      ...hidden,
      ...([
        "frames",
        "open-frames",
        "close-codes",
        "bodies",
        "pending",
        // Of the wire it sees all, in every tab; of what goes on over an open connection, nothing.
        "before-devtools",
        "page-blocks",
        "page-access",
        "workers",
      ] as const),
    ],
  };
}

/** A WebSocket is completed when it is open; and what Firefox kept from the page it calls completed, too. */
function completed(event: ExchangeEvent, { type, timeStamp }: Details): Partial<ExchangeEvent> {
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
 * The browser's word. Firefox has one for every WebSocket that was answered with anything but 101, and one for the
 * preflight that failed: what the server said to them is told by the status.
 */
function failed({ channel, status }: ExchangeEvent, word: string): Partial<ExchangeEvent> {
  if (channel === "websocket" && word === BLOCKED) return { netError: "" };
  const isAnswered = status !== null && status > 0;
  if (isFirefox && isAnswered && channel !== "http") return { netError: null };
  const netError = isFirefox && word === FIREFOX_BLOCKED ? BLOCKED : wordOfFirefox(word);
  return { status: status ?? 0, netError };
}

function isStream({ channel, requestHeaders }: ExchangeEvent): boolean {
  return channel === "http" && /text\/event-stream/i.test(header(requestHeaders, "accept") ?? "");
}

function begin(details: Details): ExchangeEvent {
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

/** A service worker takes a request over by what Firefox calls a redirect to the same address, without any answer. */
function isHandedToWorker({ statusCode, url, redirectUrl }: WebRequest.OnBeforeRedirectDetailsType): boolean {
  return isFirefox && statusCode === 0 && redirectUrl === url;
}

interface Answered {
  statusCode: number;
  responseHeaders?: WebRequest.HttpHeaders | undefined;
}

/** Where the browser names no headers at all, those that were seen before stand. */
function answerOf({ statusCode, responseHeaders }: Answered): Partial<ExchangeEvent> {
  return responseHeaders ? { status: statusCode, responseHeaders: headers(responseHeaders) } : { status: statusCode };
}

function leavesPage({ type, statusCode, responseHeaders }: Answered & { type: string }): boolean {
  if (type !== "main_frame" || STAYS.includes(statusCode) || (statusCode >= 300 && statusCode < 400)) return false;
  return !responseHeaders?.some(
    ({ name, value }) => name.toLowerCase() === "content-disposition" && value?.startsWith("attachment"),
  );
}

function navigated({ requestId, timeStamp, url }: Details): NavigatedEvent {
  const page = `web-page-${requestId}`;
  return { kind: "navigated", id: page, at: timeStamp, page, url };
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
