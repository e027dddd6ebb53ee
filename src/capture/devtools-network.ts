import browser from "webextension-polyfill";
import { isAskedAgain } from "../core/ask-again.js";
import { type Exchange, isFollowedRedirect, newExchange } from "../core/exchange.js";
import { recognise, recogniseByFrame } from "../core/recognition.js";
import type { ExchangeEvent, FrameEvent, TrafficEvent } from "../core/traffic.js";
import { entryEvents } from "../har/entry.js";
import { createEntryIds, isSameEntry } from "./entry-ids.js";
import { createPages } from "./pages.js";

export interface DevtoolsSource {
  /** Looks at what is still open, with the messages so far. DevTools writes out its whole log for it: not in a loop. */
  refresh(): Promise<void>;
}

/** Writing out the whole log costs; once in this time, and only after something new, is enough. */
const LOOK_AFTER_MS = 3000;

/** A body that DevTools does not give in this time is unknown. */
const BODY_WAIT_MS = 1000;

const ASK_AGAIN_AFTER_MS = 100;

/** Long enough for an answer that is late by the browser's own scheduling. */
const LATE_ANSWER_MS = 300;

/** 2001: no browser that runs this has recorded anything before. */
const EARLIEST_MS = 1e12;

/**
 * Watches DevTools' own network log from the moment DevTools opens. Only what may belong to one of the protocols is
 * passed on, and only of that a body is asked for. In Chromium this is the one source that sees a refused WebSocket's status.
 */
export function watchDevtoolsNetwork(emit: (events: TrafficEvent[]) => void): DevtoolsSource {
  const ids = createEntryIds();
  const pages = createPages();
  const hubs = new Set<string>();
  const redirectedTo = new Set<string>();
  let looking = false;
  let turn: Promise<void> = Promise.resolve();

  browser.devtools.network.onNavigated.addListener((url) => emit([pages.navigate(url, Date.now())]));
  browser.devtools.network.onRequestFinished.addListener((request) => {
    const toldAt = Date.now();
    inTurn(async () => take(await withAnswer(request), toldAt, () => bodyOf(request)));
  });

  /** Bodies come late; what follows waits, so that events keep the order in which DevTools told of them. */
  function inTurn(step: () => Promise<void>): void {
    turn = turn
      .then(step)
      .catch((error: unknown) => console.error("Handshake Triage: lost a request of DevTools", error));
  }

  /**
   * What the server answered to a request that the browser then blocked, DevTools may learn only after it told of the
   * request; without it a CORS mistake cannot be told from the next. Gives out no id: that would end an open socket.
   */
  async function withAnswer(entry: object): Promise<object> {
    const [exchange] = entryEvents(entry, { id: "", hasEnded: true, body: null });
    if (!exchange || !isBlockedUnanswered(exchange) || !concerns(exchange, [])) return entry;
    await sleep(LATE_ANSWER_MS);
    return (await logNow()).findLast((each) => isSameEntry(each, entry)) ?? entry;
  }

  /** `endToldAt` is when DevTools told that it ended; null for what is still open. */
  async function take(entry: object, endToldAt: number | null, body: () => Promise<Body | null>): Promise<void> {
    const hasEnded = endToldAt !== null;
    const [exchange, ...frames] = eventsOf(entry, hasEnded, null);
    if (!exchange || !concerns(exchange, frames)) return;
    const whole = exchange.channel === "http" ? eventsOf(entry, hasEnded, await body()) : [exchange, ...frames];
    emit(whole.map((event) => (event.kind === "exchange" ? finish(event, endToldAt) : event)));
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

  function eventsOf(entry: object, hasEnded: boolean, body: Body | null): [ExchangeEvent, ...FrameEvent[]] | [] {
    return entryEvents(entry, { id: ids.of(entry, hasEnded), hasEnded, body });
  }

  function concerns(event: ExchangeEvent, frames: FrameEvent[]): boolean {
    if (isAskedAgain(event)) return true;
    const exchange = newExchange(event);
    const part = recognise(exchange)?.part;
    if (part?.role === "negotiate") hubs.add(part.endpoint);
    const isPart = part !== undefined && (part.isSure || hubs.has(part.endpoint));
    const isKnown = isPart || mayNegotiate(exchange) || redirectedTo.has(event.url);
    if (isKnown && isFollowedRedirect(exchange)) rememberTarget(exchange);
    return isKnown || frames.slice(0, 4).some((frame) => recogniseByFrame(exchange, frame));
  }

  function rememberTarget({ url, responseHeaders }: Exchange): void {
    const location = responseHeaders?.find(({ name }) => name.toLowerCase() === "location")?.value;
    if (location && URL.canParse(location, url)) redirectedTo.add(new URL(location, url).href);
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
      notSeen: ["open-frames", "close-codes", "pending", "before-devtools", "page-blocks", "page-access", "workers"],
    },
  ]);
  return { refresh };
}

function isBlockedUnanswered({ channel, status, netError }: ExchangeEvent): boolean {
  return channel === "http" && !status && netError === "net::ERR_FAILED";
}

/** An older client's negotiate request shows itself only by its answer. */
function mayNegotiate(exchange: Exchange): boolean {
  return /\/negotiate\/?$/i.test(exchange.address.path);
}

interface Body {
  text: string;
  encoding: string;
}

/**
 * Chromium's own promise gives an object; through the polyfill, and in Firefox, it is a pair. DevTools refuses to give
 * some bodies, of requests that a navigation ended for instance: those are unknown.
 */
async function bodyOf(request: { getContent(): Promise<unknown> }): Promise<Body | null> {
  const got: unknown = await Promise.race([orNull(() => request.getContent()), sleep(BODY_WAIT_MS)]);
  const [text, encoding] = Array.isArray(got)
    ? (got as unknown[])
    : [(got as { content?: unknown } | null)?.content, (got as { encoding?: unknown } | null)?.encoding];
  return typeof text === "string" ? { text, encoding: typeof encoding === "string" ? encoding : "" } : null;
}

/** A busy DevTools refuses what it gives a moment later; asked twice in vain, it is unknown. */
async function orNull<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
  return ask()
    .catch(() => sleep(ASK_AGAIN_AFTER_MS).then(ask))
    .catch(() => null);
}

function sleep(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

/** A request that is merely pending looks like a failed one here, so only what is known to be open is taken. */
function isOpenStream(entry: object): boolean {
  const { _resourceType: type, response } = entry as { _resourceType?: unknown; response?: { status?: unknown } };
  return (type === "websocket" && response?.status === 101) || (type === "eventsource" && response?.status === 200);
}

/** The whole log; nothing where DevTools cannot write it out just now: what it told of before still holds. */
async function logNow(): Promise<object[]> {
  const log = await orNull(() => browser.devtools.network.getHAR());
  return log ? entriesOf(log) : [];
}

function entriesOf(log: object): object[] {
  const entries = "entries" in log ? log.entries : null;
  return Array.isArray(entries)
    ? entries.filter((entry): entry is object => typeof entry === "object" && entry !== null)
    : [];
}
