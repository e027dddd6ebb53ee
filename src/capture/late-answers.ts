import type { ExchangeEvent } from "../core/traffic.js";
import { logNow, sleep } from "./devtools-answers.js";
import { isSameEntry } from "./entry-ids.js";
import { exchangeOf } from "./log-entry.js";
import type { Relevance } from "./relevance.js";

/**
 * What the server answered to a request that the browser then blocked, DevTools may learn only after it told of the
 * request; without it a CORS mistake cannot be told from the next.
 */
export interface LateAnswers {
  /** The entry as the log has it a moment later, where it may have an answer by then. */
  of(entry: object, toldAt: number): Promise<object>;
  /** A log may be large, and is kept only while it is of use. */
  forgetLog(): void;
}

/** Long enough for an answer that is late by the browser's own scheduling. */
const LATE_MS = 300;

const NEVER = { askedAt: 0, log: Promise.resolve<object[]>([]) };

export function createLateAnswers(concerns: Relevance): LateAnswers {
  let latest = NEVER;

  /** The log as it was then or later: of many requests that are blocked at once, each would have all of it written out. */
  function logSince(time: number): Promise<object[]> {
    if (latest.askedAt < time) latest = { askedAt: Date.now(), log: logNow() };
    return latest.log;
  }

  return {
    async of(entry, toldAt) {
      const exchange = exchangeOf(entry);
      if (!exchange || !isBlockedUnanswered(exchange) || !concerns(exchange)) return entry;
      await sleep(toldAt + LATE_MS - Date.now());
      return (await logSince(toldAt + LATE_MS)).findLast((each) => isSameEntry(each, entry)) ?? entry;
    },
    forgetLog() {
      latest = NEVER;
    },
  };
}

function isBlockedUnanswered({ channel, status, netError }: ExchangeEvent): boolean {
  return channel === "http" && !status && netError === "net::ERR_FAILED";
}
