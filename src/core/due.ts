import type { Connection } from "./connection.js";
import { dropOldest } from "./drop-oldest.js";

/** Connections that a late word about the page may still explain. */
const RECENT_KEPT = 20;

/** Diagnoses that wait for somebody to look; the oldest are made before what they are read from is forgotten. */
const WAITING_KEPT = 50;

/** Which troubled connections are to be diagnosed, and when: whoever looks waits for it, and nothing else does. */
interface Due {
  /** Something new is known of it. */
  wait(connection: Connection): void;
  /** Troubled of late: what the page went through may be told of after it. */
  remember(connection: Connection): void;
  recent(): Iterable<Connection>;
  waiting(): Iterable<Connection>;
  diagnoseNow(connection: Connection): void;
  /** It is troubled no more. */
  forget(connection: Connection): void;
  /** It is no longer kept: what waited is diagnosed first. */
  drop(connection: Connection): void;
}

export function createDue(diagnose: (connection: Connection) => void): Due {
  const recent = new Set<Connection>();
  const waiting = new Set<Connection>();

  function diagnoseNow(connection: Connection): void {
    waiting.delete(connection);
    diagnose(connection);
  }

  return {
    wait(connection) {
      waiting.add(connection);
      const [oldest] = waiting;
      if (waiting.size > WAITING_KEPT && oldest) diagnoseNow(oldest);
    },
    remember(connection) {
      recent.delete(connection);
      recent.add(connection);
      dropOldest(recent, RECENT_KEPT);
    },
    recent: () => recent,
    waiting: () => waiting,
    diagnoseNow,
    forget(connection) {
      recent.delete(connection);
      waiting.delete(connection);
    },
    drop(connection) {
      if (waiting.has(connection)) diagnoseNow(connection);
      recent.delete(connection);
    },
  };
}
