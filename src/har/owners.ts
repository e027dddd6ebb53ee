import { isAskedAgain } from "../core/ask-again.js";
import { createConnections } from "../core/connections.js";
import type { TrafficEvent } from "../core/traffic.js";

export interface Owners {
  /** The connection to which this exchange belongs; undefined where it is nobody's. */
  of(exchange: string): string | undefined;
  /** Requests that are nobody's. */
  others: number;
}

/** Folds the events once more, as the analysis did, to learn whose each request is. */
export function findOwners(events: readonly TrafficEvent[]): Owners {
  const connections = createConnections();
  for (const event of events) connections.take(event);
  const others = connections.unrecognised();
  // What a request belongs to may show only after it: asked again, each knows.
  for (const event of events)
    if (event.kind === "exchange" && !connections.ownerOf(event.exchange)) connections.take(event);
  return { of: (exchange) => connections.ownerOf(exchange)?.id, others };
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
