import type { Connection } from "./connection.js";

/** How often the client began: with each it asks anew for an id. */
export function attemptsOf({ parts }: Connection): number {
  return Math.max(1, parts.negotiate?.count ?? 0, parts.open?.count ?? 0);
}

/**
 * How long an answer takes, in milliseconds: to the client's first message, where it is the client that speaks first, or else
 * to the request that began the session. Null where neither was seen.
 */
export function roundTripOf({ sent, received, parts }: Connection): number | null {
  if (sent.first && received.first && sent.first.at <= received.first.at) return received.first.at - sent.first.at;
  const first = (parts.negotiate ?? parts.open)?.first;
  return first?.channel === "http" && first.status && first.endedAt !== null ? first.endedAt - first.startedAt : null;
}
