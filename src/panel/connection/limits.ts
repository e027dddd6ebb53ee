import { type Connection, lastOf } from "../../core/connection.js";
import type { Story } from "../witness.js";

/** What had to happen by a moment, by a limit that is known. */
export interface Limit {
  /** Names its sentence among the words. */
  name: "idExpires" | "handshakeDue" | "serverDue" | "pingDue";
  at: number;
  /** How long it is, in milliseconds. */
  afterMs: number;
  /** `open` is not reached yet, or was not when it ended. */
  state: "met" | "missed" | "open";
}

/**
 * https://learn.microsoft.com/aspnet/core/signalr/configuration: how long the server keeps an id that nobody uses, and waits
 * for the handshake; after which silence the client gives up.
 */
const ID_KEPT_MS = 15_000;
const HANDSHAKE_MS = 15_000;
const SERVER_TIMEOUT_MS = 30_000;

/** What is drawn into the timeline; a limit that starts anew with each message counts from the last one. */
export function limitsOf({ connection, frames }: Story, end: number): Limit[] {
  const { session } = connection;
  const lastAt = frames.findLast(({ direction }) => direction === "received")?.at;
  const limit = (name: Limit["name"], from: number | null | undefined, afterMs: number, doneAt?: number | null) =>
    from == null ? [] : [{ name, at: from + afterMs, afterMs, state: stateOf(from + afterMs, end, doneAt ?? null) }];
  if (session.protocol === "signalr") {
    const { used, opened } = momentsOf(connection);
    return [
      ...limit("idExpires", lastOf(connection, "negotiate")?.endedAt, ID_KEPT_MS, used),
      ...(session.handshake === "accepted" ? [] : limit("handshakeDue", opened, HANDSHAKE_MS)),
      ...limit("serverDue", lastAt, SERVER_TIMEOUT_MS).filter(({ state }) => state === "missed"),
    ];
  }
  if (session.protocol !== "engine-io") return [];
  const { pingIntervalMs, pingTimeoutMs } = session;
  return pingIntervalMs === null || pingTimeoutMs === null
    ? []
    : limit("pingDue", lastAt, pingIntervalMs + pingTimeoutMs);
}

function stateOf(at: number, end: number, doneAt: number | null): Limit["state"] {
  if (doneAt !== null) return doneAt <= at ? "met" : "missed";
  return at < end ? "missed" : "open";
}

/** When the id was used, and when there was a socket for the handshake. */
function momentsOf({ parts }: Connection): { used: number | null; opened: number | null } {
  const first = parts.upgrade?.first ?? parts.connect?.first ?? parts.poll?.first ?? null;
  return { used: first?.startedAt ?? null, opened: first?.status === 101 ? first.startedAt : null };
}
