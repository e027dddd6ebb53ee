import browser from "webextension-polyfill";
import { isFirefox } from "./firefox.js";

// What DevTools is asked for, and may be slow or unwilling to answer.

/** A body that DevTools does not give in this time is unknown; Firefox is slower, and asked for several at a time. */
const BODY_WAIT_MS = isFirefox ? 5000 : 1000;

/** Longer nobody waits for the whole log, nor for a page that is just being left: what came meanwhile waits behind it. */
const ANSWER_WAIT_MS = 10_000;

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

/**
 * Chromium gives the text and its encoding: its own promise an object, through the polyfill a pair. Firefox's pair is the text
 * and its type; the encoding is the entry's. DevTools refuses to give some bodies, of requests that a navigation ended for
 * instance: those are unknown.
 */
export async function bodyOf(request: HasBody): Promise<Body | null> {
  const got: unknown = await Promise.race([orNull(async () => request.getContent?.()), sleep(BODY_WAIT_MS)]);
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

/** Firefox tells of a navigation when the page has loaded; what the page asked for until then is the new page's. */
export async function pageStart(toldAt: number): Promise<number> {
  const answer: unknown = await Promise.race([
    orNull(() => browser.devtools.inspectedWindow.eval("performance.timeOrigin")),
    sleep(ANSWER_WAIT_MS),
  ]);
  const [start] = Array.isArray(answer) ? (answer as unknown[]) : [];
  return typeof start === "number" && start > EARLIEST_MS ? Math.min(start, toldAt) : toldAt;
}

/** The whole log; nothing where DevTools cannot write it out just now: what it told of before still holds. */
export async function logNow(): Promise<object[]> {
  const log = await Promise.race([orNull(() => browser.devtools.network.getHAR()), sleep(ANSWER_WAIT_MS)]);
  return log ? entriesOf(log) : [];
}

function entriesOf(log: object): object[] {
  const entries = "entries" in log ? log.entries : null;
  return Array.isArray(entries)
    ? entries.filter((entry): entry is object => typeof entry === "object" && entry !== null)
    : [];
}
