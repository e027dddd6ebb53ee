import browser, { type WebRequest } from "webextension-polyfill";
import { dropOldest } from "../core/drop-oldest.js";
import { newExchange } from "../core/exchange.js";
import { recognise } from "../core/recognition.js";
import type { ExchangeEvent, NavigatedEvent } from "../core/traffic.js";
import { createAtServiceWorker } from "./at-service-worker.js";
import { isFirefox } from "./firefox.js";
import { createRelevance, type Relevance } from "./relevance.js";
import type { Unfinished } from "./unfinished.js";
import {
  answerOf,
  begin,
  channelOf,
  completed,
  type Details,
  failed,
  headers,
  isHandedToWorker,
  isStream,
  leavesPage,
  navigated,
} from "./web-request-event.js";

const FILTER: WebRequest.RequestFilter = { urls: ["<all_urls>"] };

/** Requests on their way; a page that opens more at once than these is not one that can be followed. */
const KEPT = 2000;

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

/**
 * Watches the wire in every tab. In Chromium the status of a refused WebSocket is hidden from here, so it is told as
 * unknown. Of a request that was under way when an earlier worker was stopped, what `unfinished` kept is told, else what
 * its end shows: then the rest is unknown.
 */
export function createWebRequestSource({ tell, isPrivate, unfinished }: WebRequestNeeds): WebRequestSource {
  const pending = new Map<string, ExchangeEvent>();
  /**
   * A redirect ended these: no browser follows one of a preflight or a WebSocket. Firefox still says that they failed, at the
   * address that they never went to.
   */
  const redirected = new Set<string>();
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

  /** Only Firefox tells of a service worker's own requests. */
  function ofNoTab({ tabId }: Details, step: () => void): void {
    if (isFirefox && tabId < 0) inTurnOf(async () => step());
  }

  /** One after the other, as the browser told of them. */
  function inTurnOf(step: () => Promise<void>): void {
    turn = turn.then(step).catch((error: unknown) => console.error("Handshake Triage: lost a request", error));
  }

  const onBegin = (details: Details) => {
    ofNoTab(details, () => atWorker.passOn(details));
    inTurn(details, () => hold(begin(details), details));
  };
  const onSent = (details: WebRequest.OnSendHeadersDetailsType) =>
    inTurn(details, () => add(details, { requestHeaders: headers(details.requestHeaders) }));
  const onAnswered = (details: WebRequest.OnHeadersReceivedDetailsType) => {
    ofNoTab(details, () => tellPassedOn(details));
    inTurn(details, async () => {
      await add(details, answerOf(details));
      if (leavesPage(details)) tell(details.tabId, navigated(details));
    });
  };
  const onRedirected = (details: WebRequest.OnBeforeRedirectDetailsType) =>
    inTurn(details, async () => {
      if (isHandedToWorker(details)) {
        await noteHandedOver(details);
        return;
      }
      const isFollowed = channelOf(details) === "http";
      await finish(details, () => ({ ...answerOf(details), endedAt: details.timeStamp }));
      if (isFollowed) hold({ ...begin(details), url: details.redirectUrl }, details);
      else noteRedirected(details);
    });
  const onCompleted = (details: WebRequest.OnCompletedDetailsType) =>
    inTurn(details, () => finish(details, (event) => completed({ ...event, ...answerOf(details) }, details)));
  const onFailed = (details: WebRequest.OnErrorOccurredDetailsType) => {
    ofNoTab(details, () => atWorker.failed(details.requestId));
    inTurn(details, async () => {
      if (redirected.delete(details.requestId)) return;
      await finish(details, (event) => ({ ...failed(event, details.error), endedAt: details.timeStamp }));
    });
  };

  function hold(event: ExchangeEvent, { requestId }: { requestId: string }): void {
    pending.set(requestId, event);
    dropOldest(pending, KEPT);
  }

  function noteRedirected({ requestId }: Details): void {
    redirected.add(requestId);
    dropOldest(redirected, KEPT);
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

  function tellPassedOn({ requestId }: Details): void {
    const passed = atWorker.answered(requestId);
    if (passed) tell(passed.tab, passed.event);
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
      redirected.clear();
      relevance.clear();
      atWorker.clear();
    },
  };
}
