import browser from "webextension-polyfill";
import type { ExchangeEvent, FrameEvent, TrafficEvent } from "../core/traffic.js";
import { entryEvents } from "../har/entry.js";
import {
  type AskedBody,
  askForBody,
  type Body,
  EARLIEST_MS,
  type HasBody,
  logAndRest,
  logNow,
  pageStart,
  REST_MS,
} from "./devtools-answers.js";
import { createEntryIds, createSameEntries } from "./entry-ids.js";
import { isFirefox } from "./firefox.js";
import { createLateAnswers } from "./late-answers.js";
import {
  exchangeOf,
  isAnswered,
  isEstablishedSocket,
  isFailed,
  isOpenStream,
  messageCount,
  withMessages,
} from "./log-entry.js";
import { createMissedRequests } from "./missed-requests.js";
import { createPages } from "./pages.js";
import { createRelevance } from "./relevance.js";

export interface DevtoolsSource {
  /** The recording was cleared: what is open is told of once more, with all of its messages. */
  tellAnew(): void;
  /** Looks at what is still open, with the messages so far. DevTools writes out its whole log for it: not in a loop. */
  refresh(): void;
  /** The page has just asked for something that DevTools is yet to tell of. */
  expect(): void;
  /** What webRequest told of; DevTools may keep it to itself. */
  hear(events: readonly TrafficEvent[]): void;
  /** Passes on what others tell: behind the word of a new page, where its start is being asked for. */
  behindPage(pass: () => void): void;
}

/** More than it takes to know a protocol by. */
const FIRST_MESSAGES = 8;

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
  /** What the log told of first, as it failed or was missed; DevTools may yet tell of one that it was just about to. */
  const early = createSameEntries();
  /** What DevTools has told of and whose turn has not come. */
  const told = createSameEntries();
  const lateAnswers = createLateAnswers(concerns);
  const missed = createMissedRequests((entry) => inTurn(() => takeMissed(entry)));
  /** How much was told of each socket and stream that is open: the log has all of its messages each time. */
  const open = new Map<string, Record<FrameEvent["direction"], number> & { messages: number }>();
  let restMs = REST_MS;
  let looking = false;
  let turn: Promise<void> = Promise.resolve();
  /** Done when the latest page has been told of; null when that is so. */
  let page: Promise<void> | null = null;

  browser.devtools.network.onNavigated.addListener((url) => {
    const toldAt = Date.now();
    const start = pageStart(toldAt);
    const tell = async () => emit([pages.navigate(url, { at: await start, toldAt })]);
    // Firefox tells of a page after most of what the page asked for, which does not wait for it.
    if (isFirefox) void tell();
    else pageComes(inTurn(tell));
  });
  browser.devtools.network.onRequestFinished.addListener((request) => {
    const toldAt = Date.now();
    const body = bodyAtOnce(request);
    told.put(request);
    inTurn(async () => {
      told.takeOut(request);
      if (!early.takeOut(request))
        await take(await lateAnswers.of(request, toldAt), toldAt, () => body ?? askForBody(request));
    });
  });

  /** Bodies come late; what follows waits, so that events keep the order in which DevTools told of them. */
  function inTurn(step: () => Promise<void>): Promise<void> {
    turn = turn
      .then(step)
      .catch((error: unknown) => console.error("Handshake Triage: lost a request of DevTools", error));
    return turn;
  }

  /** What the page's tap tells has no page but by its time. */
  function pageComes(coming: Promise<void>): void {
    const told = coming.then(() => {
      if (page === told) page = null;
    });
    page = told;
  }

  /** A body is forgotten as soon as the page is left; and where some do not come, their waits are one. */
  function bodyAtOnce(request: HasBody): AskedBody | null {
    const exchange = exchangeOf(request);
    if (exchange && isFirefox) missed.told(exchange);
    return exchange?.channel === "http" && concerns(exchange) ? askForBody(request) : null;
  }

  /** `endToldAt` is when DevTools told that it ended; null for what is still open. */
  async function take(entry: object, endToldAt: number | null, body = () => askForBody(entry)): Promise<void> {
    const hasEnded = endToldAt !== null;
    const id = ids.of(entry, hasEnded);
    const isOver = hasEnded && !(isFirefox && isEstablishedSocket(entry));
    const known = open.get(id);
    const counts = known ?? { messages: 0, sent: 0, received: 0 };
    const read = (part: object, got: Body | null) =>
      entryEvents(part, { id, hasEnded: isOver, body: got, earlierMessages: counts.messages });
    const [head, ...first] = read(withMessages(entry, counts.messages, FIRST_MESSAGES), null);
    if (!head || !(known || concerns(head, first))) return;
    // Counted, as a worker that was stopped may bring them in another order to the panel.
    const nth = (frame: FrameEvent) => ({ ...frame, nth: counts[frame.direction]++ });
    const done = (events: readonly (ExchangeEvent | FrameEvent)[]) =>
      events.map((event) => (event.kind === "exchange" ? finish(event, endToldAt) : nth(event)));
    if (head.channel === "http") await tellWithBody(body(), (got) => done(read(entry, got)));
    else {
      emit(done(read(withMessages(entry, counts.messages), null)));
      counts.messages = messageCount(entry);
      if (hasEnded || !isOpenStream(entry)) open.delete(id);
      else open.set(id, counts);
    }
    if (hasEnded) lookSoon();
  }

  /** Where the body is late, the request is told of again with it: a status alone is a failure, too. */
  async function tellWithBody(asked: AskedBody, read: (body: Body | null) => TrafficEvent[]): Promise<void> {
    const body = await asked.inTime;
    if (body !== "late") {
      emit(read(body));
      return;
    }
    emit(read(null).map((event) => ({ ...event, responseBody: null })));
    void asked.whenever.then((late) =>
      inTurn(async () => emit(read(late).map((event) => ({ ...event, id: `${event.id}.body` })))),
    );
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
    return { ...event, ...times, id, page: pageAt(times.at ?? event.at) };
  }

  /**
   * Firefox tells of a page late, and when it began only where the page answers. What else tells of page loads knows it
   * better, so there the time alone is told, but for what came before the first.
   */
  function pageAt(time: number): string | null {
    return isFirefox && !pages.isBeforeAll(time) ? null : pages.at(time);
  }

  /** What was answered may have opened a socket, which tells of itself only at its end, and never when the page is left. */
  function lookSoon(): void {
    if (looking || isFirefox) return;
    looking = true;
    setTimeout(() => void look(), restMs);
  }

  /**
   * What DevTools tells of meanwhile does not wait for the log, and is then known. Firefox's log tells of no messages, and of
   * requests the worker is told by itself.
   */
  async function look(): Promise<void> {
    if (isFirefox) return;
    looking = true;
    const askedAt = Date.now();
    const asked = await logAndRest();
    looking = false;
    restMs = asked.restMs;
    inTurn(() => takeLog(asked.log, askedAt));
  }

  /**
   * DevTools tells of nothing that ended before it heard of us, nor while it inspected what no extension may see. An answered
   * request is taken like an open socket: told of at its end after all, it is the same exchange. What may still be pending is
   * left for DevTools to tell of.
   */
  async function takeLog(log: readonly object[], askedAt: number): Promise<void> {
    lateAnswers.forgetLog();
    for (const entry of log) {
      if (told.has(entry)) continue;
      if (ids.has(entry)) await takeAgain(entry);
      else if (isFailed(entry)) await takeFailed(entry, askedAt);
      else if (isAnswered(entry)) await take(entry, null);
    }
  }

  async function takeFailed(entry: object, askedAt: number): Promise<void> {
    early.put(entry);
    await take(await lateAnswers.of(entry, askedAt), askedAt, () => askForBody(entry));
  }

  async function takeMissed(entry: object): Promise<void> {
    if (told.has(entry) || ids.has(entry)) return;
    early.put(entry);
    await take(entry, Date.now());
  }

  async function takeAgain(entry: object): Promise<void> {
    if (isOpenStream(entry) && !ids.hasEnded(entry)) await take(entry, null);
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
  // What follows from the first requests is known by them, so it waits.
  const openedAt = Date.now();
  inTurn(async () => takeLog(await logNow(), openedAt));
  return {
    refresh: () => void look(),
    expect: lookSoon,
    hear: missed.heard,
    tellAnew: () => open.clear(),
    behindPage(pass) {
      if (page) void page.then(pass);
      else pass();
    },
  };
}
