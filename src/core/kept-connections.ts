import type { Connection, Outcome } from "./connection.js";

/** A session of weeks, or a client that retries several times a second, makes more than anybody looks at. */
export const CONNECTIONS_KEPT = 10_000;

/** In the order in which they go: what ended well, what is well, what failed; of what is on its way nobody knows yet. */
const RANKS: Record<Outcome["state"], 0 | 1 | 2> = { closed: 0, open: 1, connecting: 2, degraded: 2, failed: 2 };

/** So much of the limit goes at once, as to find all that is known of a connection takes a look at everything. */
const SHARE = 0.1;

/** Which connections are kept, and which go when they are too many. */
export interface KeptConnections {
  /** How it stands now. */
  note(connection: Connection, outcome: Outcome): void;
  /** It is no connection of its own any more. */
  forget(connection: Connection): void;
  /** Those that have to go, the oldest of each rank first; they are counted as gone. Null where there is room. */
  surplus(): ReadonlySet<Connection> | null;
  gone(): number;
}

export function createKeptConnections(most: number): KeptConnections {
  const ranks = [new Set<Connection>(), new Set<Connection>(), new Set<Connection>()] as const;
  let gone = 0;
  const count = () => ranks[0].size + ranks[1].size + ranks[2].size;

  function forget(connection: Connection): void {
    for (const rank of ranks) rank.delete(connection);
  }

  return {
    forget,
    note(connection, { state }) {
      const rank = ranks[RANKS[state]];
      if (rank.has(connection)) return;
      forget(connection);
      rank.add(connection);
    },
    surplus() {
      if (count() <= most) return null;
      const those = new Set<Connection>();
      for (const rank of ranks)
        for (const connection of rank) {
          if (count() - those.size <= most * (1 - SHARE)) break;
          those.add(connection);
        }
      those.forEach(forget);
      gone += those.size;
      return those;
    },
    gone: () => gone,
  };
}
