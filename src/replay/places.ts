import { originOf } from "../core/url.js";
import type { Played } from "./recording.js";

/** How an origin of the recording is to be had again. */
type Manner =
  /** A port of its own answers as the recording does. */
  | "answers"
  /** A port on which nothing listens. */
  | "refuses"
  /** A name that does not resolve. */
  | "unknown-name"
  /** An https address that leads to a port without TLS. */
  | "no-tls";

/** An origin of the recording, and what happened there. */
export interface Place {
  /** "https://app.test:8443", with http(s) for ws(s). */
  origin: string;
  manner: Manner;
  records: Played[];
}

/** In the order in which they were first asked. */
export function placesOf(records: readonly Played[]): Place[] {
  const places = new Map<string, Played[]>();
  for (const record of records) {
    const origin = originOf(record.exchange.address);
    places.set(origin, [...(places.get(origin) ?? []), record]);
  }
  return [...places].map(([origin, held]) => ({ origin, manner: mannerOf(origin, held), records: held }));
}

function mannerOf(origin: string, records: readonly Played[]): Manner {
  const all = (pattern: RegExp) => records.every(({ exchange: { netError } }) => pattern.test(netError ?? ""));
  if (all(/ERR_CONNECTION_REFUSED$/)) return "refuses";
  if (all(/ERR_NAME_NOT_RESOLVED$/)) return "unknown-name";
  return origin.startsWith("https:") && all(/ERR_SSL_/) ? "no-tls" : "answers";
}
