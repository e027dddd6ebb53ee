import type { Connection } from "../connection.js";
import type { Exchange } from "../exchange.js";

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
  upgraded: boolean;
  /** Socket.IO on top: has a namespace been joined? */
  namespaceConnected: boolean;
  connectError: { namespace: string; message: string; shownBy: Exchange } | null;
  /** When a packet of either side ended the session; what fails after it is no failure. */
  endedAt: number | null;
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
    upgraded: false,
    namespaceConnected: false,
    connectError: null,
    endedAt: null,
  };
}

export function sessionOf(connection: Connection): EngineIoSession {
  if (connection.session.protocol !== "engine-io") throw new Error(`${connection.id} is no Engine.IO connection`);
  return connection.session;
}
