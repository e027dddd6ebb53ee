import type { Connection } from "../connection.js";
import type { SaidEvent } from "../traffic.js";

/** What clients' libraries logged in the page's own console. */
export interface Logged {
  take(line: SaidEvent): void;
  /** What was logged while this connection was on, or right after its end; each sentence once. */
  about(connection: Connection): SaidEvent[];
}

/** Enough for the connections that are still looked at; the oldest go. */
const KEPT = 200;

/** A library says why it gave up once the last request has failed; it may have waited for a redirect or a time limit of its own. */
const SAID_WITHIN_MS = 2000;

/** Clocks of a page and of the network differ by a little. */
const EARLY_MS = 50;

export function createLogged(): Logged {
  const lines: SaidEvent[] = [];
  return {
    take(line) {
      lines.push(line);
      if (lines.length > KEPT) lines.shift();
    },
    about({ protocol, startedAt, lastAt }) {
      const near = lines.filter(
        (line) => line.protocol === protocol && line.at >= startedAt - EARLY_MS && line.at <= lastAt + SAID_WITHIN_MS,
      );
      return near.filter((line, place) => near.findIndex(({ text }) => text === line.text) === place);
    },
  };
}
