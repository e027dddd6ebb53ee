import { bodyText } from "./exchange.js";
import type { ProtocolName } from "./protocols/session.js";
import type { FrameEvent } from "./traffic.js";

/** Keep-alives of one direction. */
export interface Beats {
  lastAt: number | null;
  /** Between the last two, and the longest between any two. */
  spacingMs: number | null;
  longestMs: number | null;
}

/**
 * Pings and pongs as each protocol writes them: HubProtocol.md's type 6 (in MessagePack a message of three bytes),
 * Engine.IO's packets 2 and 3, and Web PubSub's ping and pong.
 */
const TEXT: Record<ProtocolName, RegExp> = {
  signalr: /^\{"type":6\}.?$/,
  "engine-io": /^[23]$/,
  "web-pubsub": /^\{"type":"p[io]ng"\}$/,
};
const SIGNALR_BINARY = "ApEG";

export function noBeats(): Beats {
  return { lastAt: null, spacingMs: null, longestMs: null };
}

export function isHeartbeat(protocol: ProtocolName, { payload }: FrameEvent): boolean {
  if (protocol === "signalr" && payload.encoding === "base64") return payload.text === SIGNALR_BINARY;
  return TEXT[protocol].test(bodyText(payload) ?? "");
}

export function countBeat(beats: Beats, at: number): void {
  if (beats.lastAt !== null) {
    beats.spacingMs = at - beats.lastAt;
    beats.longestMs = Math.max(beats.longestMs ?? 0, beats.spacingMs);
  }
  beats.lastAt = at;
}
