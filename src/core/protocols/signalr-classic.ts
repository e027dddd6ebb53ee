import type { Exchange } from "../exchange.js";
import type { SignalrSession } from "./signalr-session.js";

/** The oldest protocol that a client which knows several takes: `supportedProtocols` in jquery.signalR 2.4. */
const OLDEST_OF_SEVERAL = 1.5;

/**
 * Does a client of SignalR 2.x refuse the protocol version that the server names? Older clients take their own alone. Null
 * where either did not say its version.
 */
export function doVersionsDiffer({ classicVersion }: SignalrSession, negotiate: Exchange | null): boolean | null {
  const client = Number(negotiate?.address.query.get("clientProtocol") ?? Number.NaN);
  const server = Number(classicVersion ?? Number.NaN);
  if (Number.isNaN(client) || Number.isNaN(server)) return null;
  return client < OLDEST_OF_SEVERAL ? server !== client : server < OLDEST_OF_SEVERAL || server > client;
}
