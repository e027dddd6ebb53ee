import browser from "webextension-polyfill";
import type { ExchangeEvent, FrameEvent, TrafficEvent } from "../core/traffic.js";
import { entryEvents } from "../har/entry.js";
import { type Body, bodyOf, EARLIEST_MS, type HasBody, logNow, pageStart, sleep } from "./devtools-answers.js";
import { createEntryIds, createSameEntries, isSameEntry } from "./entry-ids.js";
import { isFirefox } from "./firefox.js";
import { isAnswered, isEstablishedSocket, isFailed, isOpenStream } from "./log-entry.js";
import { createPages } from "./pages.js";
import { createRelevance } from "./relevance.js";

export interface DevtoolsSource {
  /** Looks at what is still open, with the messages so far. DevTools writes out its whole log for it: not in a loop. */
  refresh(): Promise<void>;
}

/** Writing out the whole log costs; once in this time, and only after something new, is enough. */
const LOOK_AFTER_MS = 3000;

/** Long enough for an answer that is late by the browser's own scheduling. */
const LATE_ANSWER_MS = 300;

/**
 * Watches DevTools' own network log from the moment DevTools opens. Only what may belong to one of the protocols is
 * passed on, and only of that a body is asked for. In Chromium this is the one source that sees a refused WebSocket's status.
 */
export function watchDevtoolsNetwork(
  emit: (events: TrafficEvent[]) => void,
  isMarked: (url: string) => boolean = () => false,
): DevtoolsSource {
  const ids = createEntryIds();
  const pages = createPages();
  const concerns = createRelevance(isMarked);
  /** Failures that the log had when we came; DevTools may yet tell of one that it was just about to. */
  const early = createSameEntries();
  let looking = false;
  let turn: Promise<void> = Promise.resolve();

  browser.devtools.network.onNavigated.addListener((url) => {
    const toldAt = Date.now();
    if (isFirefox) void pageStart(toldAt).then((at) => emit([pages.navigate(url, at)]));
    else emit([pages.navigate(url, toldAt)]);
  });
  browser.devtools.network.onRequestFinished.addListener((request) => {
    const toldAt = Date.now();
    const body = isFirefox ? bodyAtOnce(request) : null;
    inTurn(async () => {
      if (!early.takeOut(request)) await take(await withAnswer(request), toldAt, () => body ?? bodyOf(request));
    });
  });

  /** Bodies come late; what follows waits, so that events keep the order in which DevTools told of them. */
  function inTurn(step: () => Promise<void>): void {
    turn = turn
      .then(step)
      .catch((error: unknown) => console.error("Handshake Triage: lost a request of DevTools", error));
  }

  /** Firefox forgets a body as soon as the page is left. */
  function bodyAtOnce(request: HasBody): Promise<Body | null> | null {
    const [exchange] = entryEvents(request, { id: "", hasEnded: true, body: null });
    return exchange?.channel === "http" && concerns(exchange) ? bodyOf(request) : null;
  }

  /**
   * What the server answered to a request that the browser then blocked, DevTools may learn only after it told of the
   * request; without it a CORS mistake cannot be told from the next. Gives out no id: that would end an open socket.
   */
  async function withAnswer(entry: object): Promise<object> {
    const [exchange] = entryEvents(entry, { id: "", hasEnded: true, body: null });
    if (!exchange || !isBlockedUnanswered(exchange) || !concerns(exchange)) return entry;
    await sleep(LATE_ANSWER_MS);
    return (await logNow()).findLast((each) => isSameEntry(each, entry)) ?? entry;
  }

  /** `endToldAt` is when DevTools told that it ended; null for what is still open. */
  async function take(entry: object, endToldAt: number | null, body: () => Promise<Body | null>): Promise<void> {
    const hasEnded = endToldAt !== null;
    const [exchange, ...frames] = eventsOf(entry, hasEnded, null);
    if (!exchange || !concerns(exchange, frames)) return;
    const whole = exchange.channel === "http" ? eventsOf(entry, hasEnded, await body()) : [exchange, ...frames];
    const counts = { sent: 0, received: 0 };
    // Counted, as a worker that was stopped may bring them in another order to the panel.
    const nth = (frame: FrameEvent) => ({ ...frame, nth: counts[frame.direction]++ });
    emit(whole.map((event) => (event.kind === "exchange" ? finish(event, endToldAt) : nth(event))));
    if (hasEnded) lookSoon();
  }

  /**
   * An open socket's entry and the one at its end are two events of one exchange. A socket that was never established
   * has times of another clock in Chromium; when it was told of is the best that is known, and not when its turn came:
   * by then its session may be over, and the failure would count as none.
   */
  function finish(event: ExchangeEvent, endToldAt: number | null): ExchangeEvent {
    const isOfOtherClock = event.at < EARLIEST_MS && endToldAt !== null;
    const times = isOfOtherClock ? { at: endToldAt, endedAt: endToldAt } : {};
    const id = `${event.exchange}.${endToldAt === null ? "open" : "end"}`;
    return { ...event, ...times, id, page: pages.at(times.at ?? event.at) };
  }

  function eventsOf(entry: object, isTold: boolean, body: Body | null): [ExchangeEvent, ...FrameEvent[]] | [] {
    const hasEnded = isTold && !(isFirefox && isEstablishedSocket(entry));
    return entryEvents(entry, { id: ids.of(entry, isTold), hasEnded, body });
  }

  /** What was answered may have opened a socket, which tells of itself only at its end, and never when the page is left. */
  function lookSoon(): void {
    if (looking) return;
    looking = true;
    setTimeout(() => {
      looking = false;
      inTurn(refresh);
    }, LOOK_AFTER_MS);
  }

  /**
   * DevTools is open a moment before this runs. An answered request is taken like an open socket: told of again at its end,
   * it is the same exchange. What may still be pending is left for DevTools to tell of.
   */
  async function takeEarlier(): Promise<void> {
    const toldAt = Date.now();
    for (const entry of await logNow()) {
      const body = () => bodyOf(entry);
      if (isFailed(entry)) {
        early.put(entry);
        await take(entry, toldAt, body);
      } else if (isAnswered(entry)) await take(entry, null, body);
    }
  }

  async function refresh(): Promise<void> {
    for (const entry of await logNow())
      if (isOpenStream(entry) && !ids.hasEnded(entry)) await take(entry, null, async () => null);
  }

  emit([
    {
      kind: "coverage",
      id: ids.next(),
      at: Date.now(),
      source: "devtools-network",
      notSeen: [
        ...(isFirefox ? (["frames"] as const) : []),
        "open-frames",
        "close-codes",
        "pending",
        "before-devtools",
        "page-blocks",
        "page-access",
        "workers",
      ],
    },
  ]);
  inTurn(takeEarlier);
  return { refresh };
}

function isBlockedUnanswered({ channel, status, netError }: ExchangeEvent): boolean {
  return channel === "http" && !status && netError === "net::ERR_FAILED";
}
