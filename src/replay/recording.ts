import { type Connection, whole } from "../core/connection.js";
import { createConnections } from "../core/connections.js";
import type { TrafficEvent } from "../core/traffic.js";
import { recordsOf } from "../har/records.js";
import type { Recorded } from "../har/write-entry.js";

/** A request of a recognised connection, with what happened on it. */
export interface Played extends Recorded {
  connection: string;
  /** What the page had asked for, without the query. */
  endpoint: string;
  /** The page came back after it: it had not ended the connection itself. */
  isRetried: boolean;
}

/** By the time of their start. */
export function playedIn(events: readonly TrafficEvent[]): Played[] {
  const connections = createConnections();
  const owners = new Map<string, Connection>();
  // Twice: what a request belongs to may show only after it.
  for (const event of [...events, ...events.filter(({ kind }) => kind === "exchange")]) {
    const [connection] = connections.take(event);
    if (connection && "exchange" in event) owners.set(event.exchange, connection);
  }
  const played = [...recordsOf(events)].flatMap(([id, record]) => {
    const owner = owners.get(id);
    if (!owner || record.exchange.channel === "webtransport") return [];
    const { id: connection, endpoint, retriedAt } = whole(owner);
    return { ...record, connection, endpoint, isRetried: retriedAt !== null };
  });
  return played.sort((one, other) => one.exchange.startedAt - other.exchange.startedAt);
}
