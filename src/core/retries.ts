import { type Connection, exchangesOf, whole } from "./connection.js";
import type { NavigatedEvent } from "./traffic.js";

/** @microsoft/signalr gives up its reconnects after 0, 2, 10 and 30 s. */
export const RETRY_WITHIN_MS = 31_000;

export interface Retries {
  /** Gives back the connection of which this one, just opened, tells something; null where it tells nothing. */
  note(opened: Connection): Connection | null;
  /** What began after a page did, and was told of before it, is that page's. */
  pageCame(page: NavigatedEvent): void;
  forget(isGone: (connection: Connection) => boolean): void;
}

/** A client that connects again right after a session ended without a goodbye has lost it. */
export function createRetries(): Retries {
  const latest = new Map<string, Connection>();
  /** Of these, what began since the newest page did: a page that comes after it may be theirs still. */
  const sincePage = new Map<string, Connection>();
  let newest = Number.NEGATIVE_INFINITY;
  return {
    note(opened) {
      const known = latest.get(opened.endpoint);
      const [before, next] = known && known.startedAt > opened.startedAt ? [opened, known] : [known, opened];
      latest.set(opened.endpoint, next);
      sincePage.set(opened.endpoint, next);
      if (!before || before.page !== next.page) return null;
      const earlier = whole(before);
      // The end of a socket may be told of after the next attempt; the times then say whether it was one.
      if (holdsSocket(earlier)) earlier.retriedAt = next.startedAt;
      else if (next.startedAt - earlier.lastAt <= RETRY_WITHIN_MS) earlier.retriedAt ??= next.startedAt;
      return earlier;
    },
    pageCame({ page, at }) {
      if (at < newest) return;
      newest = at;
      for (const [place, each] of sincePage) {
        const connection = whole(each);
        if (connection.startedAt < at) sincePage.delete(place);
        else for (const one of [connection, ...exchangesOf(connection)]) one.page = page;
      }
    },
    forget(isGone) {
      for (const known of [latest, sincePage])
        for (const [place, connection] of known) if (isGone(connection)) known.delete(place);
    },
  };
}

function holdsSocket(connection: Connection): boolean {
  return exchangesOf(connection).some(({ channel, endedAt }) => channel === "websocket" && endedAt === null);
}
