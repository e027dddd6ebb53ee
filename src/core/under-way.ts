import { type Connection, exchangesOf, whole } from "./connection.js";
import { type Exchange, isAnswered } from "./exchange.js";
import type { NavigatedEvent } from "./traffic.js";

/** Connections of which more is to come: time passing, or the page being left, is news for them. */
interface UnderWay {
  begun(connection: Connection): void;
  /** It was the rest of another, which is under way in its place. */
  joined(rest: Connection): void;
  /** How its request stands now. */
  note(connection: Connection, exchange: Exchange): void;
  /** Whose next word it is now. */
  awaits(connection: Connection, isClient: boolean): void;
  /** Those that wait for an answer, or for their client. */
  waiting(): readonly Connection[];
  /**
   * The page was left: returns the connections that were left with it. Where its successor began earlier than was told first,
   * what began since then is that one's, and was not left.
   */
  leave(event: NavigatedEvent): readonly Connection[];
  forget(isGone: (connection: Connection) => boolean): void;
}

export function createUnderWay(): UnderWay {
  const unfinished = new Set<Connection>();
  const unanswered = new Map<Exchange, Connection>();
  /** Connections of which the client has the next word. */
  const awaited = new Set<Connection>();
  /** The newest page, and what was left for it. */
  let latest: { load: NavigatedEvent; left: readonly Connection[] } | null = null;

  function note(connection: Connection, exchange: Exchange): void {
    if (isAnswered(exchange) || exchange.endedAt !== null) unanswered.delete(exchange);
    else unanswered.set(exchange, connection);
  }

  function beganEarlier(load: NavigatedEvent, toldAt: number, left: readonly Connection[]): readonly Connection[] {
    const changed = new Set([...left, ...unfinished].map(whole).filter(({ leftAt }) => leftAt === toldAt));
    latest = { load, left: [...changed].filter(({ startedAt }) => startedAt < load.at) };
    for (const connection of changed) {
      if (connection.startedAt < load.at) connection.leftAt = load.at;
      else takeBack(connection, load.page);
    }
    return [...changed];
  }

  function takeBack(connection: Connection, page: string): void {
    Object.assign(connection, { leftAt: null, page });
    unfinished.add(connection);
    for (const exchange of exchangesOf(connection)) {
      exchange.page = page;
      note(connection, exchange);
    }
  }

  return {
    begun: (connection) => void unfinished.add(connection),
    joined: (rest) => void unfinished.delete(rest),
    note,
    awaits(connection, isClient) {
      if (isClient) awaited.add(connection);
      else awaited.delete(connection);
    },
    waiting: () => [...new Set([...unanswered.values(), ...awaited].map(whole))],
    leave(event) {
      if (latest?.load.page === event.page) return beganEarlier(event, latest.load.at, latest.left);
      // What began after the page did belongs to it, even where the source knows no pages and told of it first.
      const left = [...unfinished].filter(({ page, startedAt }) => page !== event.page && startedAt < event.at);
      for (const connection of left) {
        connection.leftAt ??= event.at;
        unfinished.delete(connection);
        awaited.delete(connection);
      }
      for (const [exchange, connection] of unanswered)
        if (whole(connection).leftAt !== null) unanswered.delete(exchange);
      if (!latest || event.at >= latest.load.at) latest = { load: event, left };
      return left;
    },
    forget(isGone) {
      for (const connection of unfinished) if (isGone(connection)) unfinished.delete(connection);
      for (const [exchange, connection] of unanswered) if (isGone(connection)) unanswered.delete(exchange);
      for (const connection of awaited) if (isGone(connection)) awaited.delete(connection);
      if (latest) latest.left = latest.left.filter((connection) => !isGone(connection));
    },
  };
}
