import browser from "webextension-polyfill";
import { isFirefox } from "./firefox.js";

// What DevTools is asked for, and may be slow or unwilling to answer.

/** A body that DevTools does not give in this time is unknown until it does; Firefox is slower. */
const BODY_WAIT_MS = isFirefox ? 5000 : 1000;

/** Longer nobody waits for the whole log, nor for a page that is just being left: what came meanwhile waits behind it. */
const ANSWER_WAIT_MS = 10_000;

/** Chromium tells of a page before it has done anything; what it does then waits until its start is known. */
const PAGE_WAIT_MS = 3000;

const ASK_AGAIN_AFTER_MS = 100;

/** 2001: no browser that runs this has recorded anything before. */
export const EARLIEST_MS = 1e12;

/** A request of DevTools, or an entry of its log. */
export interface HasBody {
  getContent?(): Promise<unknown>;
  response?: { content?: { encoding?: unknown } };
}

export interface Body {
  text: string;
  encoding: string;
}

/** A body that was asked for. Null where DevTools refuses it. */
export interface AskedBody {
  /** "late" where it does not come as soon as others can wait for it. */
  inTime: Promise<Body | null | "late">;
  whenever: Promise<Body | null>;
}

export function askForBody(request: HasBody): AskedBody {
  const whenever = bodyOf(request);
  return { inTime: Promise.race([whenever, sleep(BODY_WAIT_MS).then(() => "late" as const)]), whenever };
}

/**
 * Chromium gives the text and its encoding: its own promise an object, through the polyfill a pair. Firefox's pair is the text
 * and its type; the encoding is the entry's. DevTools refuses to give some bodies, of requests that a navigation ended for
 * instance: those are unknown.
 */
async function bodyOf(request: HasBody): Promise<Body | null> {
  const got: unknown = await orNull(async () => request.getContent?.());
  const [text, second] = Array.isArray(got)
    ? (got as unknown[])
    : [(got as { content?: unknown } | null)?.content, (got as { encoding?: unknown } | null)?.encoding];
  const encoding = isFirefox ? request.response?.content?.encoding : second;
  return typeof text === "string" ? { text, encoding: typeof encoding === "string" ? encoding : "" } : null;
}

/** A busy DevTools refuses what it gives a moment later; asked twice in vain, it is unknown. */
async function orNull<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
  return ask()
    .catch(() => sleep(ASK_AGAIN_AFTER_MS).then(ask))
    .catch(() => null);
}

export function sleep(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

/** By the page's own clocks, as DevTools' word of a page may be late by much: Firefox gives it when the page has loaded. */
const PAGE_START = isFirefox
  ? "Date.now() - performance.now()"
  : "Date.now() - performance.now() + (performance.getEntriesByType('navigation')[0]?.responseStart ?? 0)";

/** No page takes longer to load; one that sets its own clock is not believed. */
const LATEST_WORD_MS = 600_000;

/**
 * When the page began of which DevTools has just told. In Firefox what is asked for while it is on its way counts as its own;
 * in Chromium its predecessor lives on until the answer comes.
 */
export async function pageStart(toldAt: number): Promise<number> {
  const answer: unknown = await Promise.race([
    orNull(() => browser.devtools.inspectedWindow.eval(PAGE_START)),
    sleep(isFirefox ? ANSWER_WAIT_MS : PAGE_WAIT_MS),
  ]);
  // Through the polyfill, and in Firefox, it comes in a list.
  const start: unknown = Array.isArray(answer) ? answer[0] : answer;
  return typeof start === "number" && start > toldAt - LATEST_WORD_MS ? Math.min(start, toldAt) : toldAt;
}

/** The whole log; nothing where DevTools cannot write it out just now: what it told of before still holds. */
export async function logNow(): Promise<object[]> {
  const log = await Promise.race([orNull(() => browser.devtools.network.getHAR()), sleep(ANSWER_WAIT_MS)]);
  return log ? entriesOf(log) : [];
}

/** To write out its whole log, with all bodies, takes DevTools a second and more, in which it does nothing else. */
const REST = 10;
export const REST_MS = 3000;

/** The log, and for how long DevTools is then left alone: many times as long as it took, and for a while at least. */
export async function logAndRest(): Promise<{ log: object[]; restMs: number }> {
  const askedAt = Date.now();
  const log = await logNow();
  return { log, restMs: Math.max(REST_MS, (Date.now() - askedAt) * REST) };
}

function entriesOf(log: object): object[] {
  const entries = "entries" in log ? log.entries : null;
  return Array.isArray(entries)
    ? entries.filter((entry): entry is object => typeof entry === "object" && entry !== null)
    : [];
}
