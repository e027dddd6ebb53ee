import type { Story } from "../witness.js";
import { words } from "../words.js";

/** A moment by which something had to happen, by a limit that is known. */
export interface Limit {
  name: string;
  at: number;
}

/** https://learn.microsoft.com/aspnet/core/signalr/configuration: an id that nobody uses is forgotten. */
const ID_KEPT_MS = 15_000;

/** What is drawn into the timeline: until when an id was good for, until when the next ping had to come. */
export function limitsOf({ connection, frames }: Story): Limit[] {
  const { session, parts } = connection;
  if (session.protocol === "signalr") {
    const answeredAt = parts.negotiate?.last.endedAt;
    return answeredAt == null ? [] : [{ name: words.connection.idExpires, at: answeredAt + ID_KEPT_MS }];
  }
  if (session.protocol !== "engine-io") return [];
  const { pingIntervalMs, pingTimeoutMs } = session;
  const last = frames.findLast(({ direction }) => direction === "received");
  if (pingIntervalMs === null || pingTimeoutMs === null || !last) return [];
  return [{ name: words.connection.pingDue, at: last.at + pingIntervalMs + pingTimeoutMs }];
}
