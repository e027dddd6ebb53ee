import { isAskedAgain } from "../core/ask-again.js";
import type { Connection } from "../core/connection.js";
import { createConnections } from "../core/connections.js";
import type { TrafficEvent } from "../core/traffic.js";

export interface Owners {
  /** The connection to which this exchange belongs; undefined where it is nobody's. */
  of(exchange: string): string | undefined;
  /** Requests that are nobody's. */
  others: number;
}

/** Folds the events, as an analysis does, to learn whose each request is. */
function findOwners(events: readonly TrafficEvent[]): Owners {
  const { take, ownerOf, unrecognised } = createConnections();
  for (const event of events) take(event);
  return ownersIn(events, { take, ownerOf, others: unrecognised() });
}

/** A fold that has taken these events. */
interface Fold {
  take(event: TrafficEvent): unknown;
  ownerOf(exchange: string): Connection | null;
  others: number;
}

/** What a request belongs to may show only after it: taken again, each knows. */
export function ownersIn(events: readonly TrafficEvent[], { take, ownerOf, others }: Fold): Owners {
  for (const event of events) if (event.kind === "exchange" && !ownerOf(event.exchange)) take(event);
  return { of: (exchange) => ownerOf(exchange)?.id, others };
}

/** Requests of no connection keep their number and nothing else: what is not in the export need not be read. */
export function withoutOthers(events: readonly TrafficEvent[]): TrafficEvent[] {
  const owners = findOwners(events);
  return events.flatMap((event) => {
    if (!("exchange" in event) || owners.of(event.exchange) !== undefined) return event;
    if (event.kind === "exchange" && isAskedAgain(event)) return event;
    return event.kind === "exchange" ? { ...event, ...NOTHING_SEEN } : [];
  });
}

const NOTHING_SEEN = {
  url: "",
  requestHeaders: null,
  requestBody: null,
  responseHeaders: null,
  responseBody: null,
  initiator: null,
} as const;
