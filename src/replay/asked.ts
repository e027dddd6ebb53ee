import type { Exchange } from "../core/exchange.js";
import { type Address, originOf } from "../core/url.js";

/** What decides which recorded request answers a live one. */
export interface Asked {
  /** Of the recording. */
  origin: string;
  method: string;
  path: string;
  kind: "socket" | "preflight" | "request";
  /** The id that the server gave to the session; null where there is none yet. */
  session: string | null;
}

/** Names of the session in a query: ASP.NET Core SignalR's, Engine.IO's, classic SignalR's. */
const SESSION = ["id", "sid", "connectionToken"];

export function sessionIn({ query }: Pick<Address, "query">): string | null {
  for (const name of SESSION) {
    const value = query.get(name);
    if (value) return value;
  }
  return null;
}

/** What a browser calls an EventSource is a plain request to its server. */
export function askedBy({ method, channel, address }: Exchange): Asked {
  const kind = channel === "websocket" ? "socket" : channel === "preflight" ? "preflight" : "request";
  return { origin: originOf(address), method, path: address.path, kind, session: sessionIn(address) };
}

export function keyOf({ origin, method, path, kind }: Asked): string {
  return `${kind === "request" ? method : kind} ${origin}${path}`;
}
