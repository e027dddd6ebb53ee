import type { Decoded } from "../messages/decoded.js";

/** What a message is on the way of its connection. */
export type TickKind = "handshake" | "ping" | "message";

/** By which a session begins, as the protocols name it. */
const HANDSHAKES = new Set([
  ...["Handshake request", "Handshake response"],
  ...["open", "ping probe", "pong probe", "upgrade", "CONNECT", "CONNECT_ERROR"],
  ...["system connected", "CONNACK"],
]);

/** Of each frame that is drawn; one that carries several messages is what says most of them. */
export function tickKinds(messages: readonly Decoded[], drawn: ReadonlySet<string>): ReadonlyMap<string, TickKind> {
  const kinds = new Map<string, TickKind>();
  for (const { frame, kind, isPing } of messages) {
    if (!drawn.has(frame.id)) continue;
    const own = HANDSHAKES.has(kind) ? "handshake" : isPing ? "ping" : "message";
    if (own !== "ping" || !kinds.has(frame.id)) kinds.set(frame.id, own);
  }
  return kinds;
}
