import type { Exchange } from "../exchange.js";
import type { FrameEvent } from "../traffic.js";

export interface EngineIoSession {
  protocol: "engine-io";
  /** The revision that the client asked for (EIO=3, EIO=4). */
  clientVersion: string | null;
  /** The revision in which the server framed its open packet. */
  serverVersion: string | null;
  /** What the first answer was, when it came with status 200. */
  openAnswer: "open-packet" | "html" | "empty" | "other" | null;
  upgrades: string[] | null;
  maxPayload: number | null;
  pingIntervalMs: number | null;
  pingTimeoutMs: number | null;
  /** The socket that the client moved to, away from polling. */
  movedTo: Exchange | null;
  /** Socket.IO on top: has a namespace been joined? */
  namespaceConnected: boolean;
  connectError: { namespace: string; message: string; shownBy: Exchange } | null;
  /** The client asked to join a namespace. */
  joinAsked: boolean;
  /** The server let it in as version 2 does, without an id of the namespace's own. */
  joinedBare: boolean;
  /** The client's first message was binary, as none of the default parser's is. */
  beganBinary: boolean;
  /** Who first sent over the WebSocket what is no Engine.IO packet. */
  foreign: { direction: FrameEvent["direction"]; id: string } | null;
  /** When the server last pinged, and whether that was later than any client waits for it. */
  lastPingAt: number | null;
  pingsHeldUp: boolean;
  /** A client that came back named its old session, and the server gave it that or another one. */
  recovery: { asked: string; granted: boolean | null } | null;
  /** The polls that were told of last. */
  polls: Exchange[] | null;
  /** When a packet of either side ended the session; what fails after it is no failure. */
  endedAt: number | null;
  endedBy: "client" | "server" | null;
}

export function newSession(): EngineIoSession {
  return {
    protocol: "engine-io",
    clientVersion: null,
    serverVersion: null,
    openAnswer: null,
    upgrades: null,
    maxPayload: null,
    pingIntervalMs: null,
    pingTimeoutMs: null,
    movedTo: null,
    namespaceConnected: false,
    connectError: null,
    joinAsked: false,
    joinedBare: false,
    beganBinary: false,
    foreign: null,
    lastPingAt: null,
    pingsHeldUp: false,
    recovery: null,
    polls: null,
    endedAt: null,
    endedBy: null,
  };
}

/** How long a client waits for a sign of the server; null where the session's beginning was not seen. */
export function patienceMs({ pingIntervalMs, pingTimeoutMs }: EngineIoSession): number | null {
  return pingIntervalMs === null || pingTimeoutMs === null ? null : pingIntervalMs + pingTimeoutMs;
}
