import { header } from "../core/exchange.js";
import { originOf, parseUrl } from "../core/url.js";
import type { Played } from "./recording.js";

/** What belongs to the recorded connection and not to the answer. */
const OF_THE_CONNECTION =
  /^(?:connection|keep-alive|transfer-encoding|content-length|content-encoding|upgrade|alt-svc|sec-websocket-.*|:.*|date|strict-transport-security)$/i;

/** Headers of the answer, as they may be sent today to a page of this origin; null where the client names none. */
export function headersFor(
  record: Played,
  liveOrigin: string | null,
  rewrite: (text: string) => string,
): [name: string, value: string][] {
  const { exchange } = record;
  const recordedOrigin = header(exchange.requestHeaders, "origin") ?? null;
  const kept = (exchange.responseHeaders ?? []).flatMap(({ name, value }): [string, string][] => {
    if (OF_THE_CONNECTION.test(name)) return [];
    if (/^access-control-allow-origin$/i.test(name) && liveOrigin !== null && value === recordedOrigin)
      return [[name, liveOrigin]];
    return value.split("\n").map((line) => [name, sendable(rewrite(line))]);
  });
  const skew = clockSkew(record);
  if (skew !== null) kept.push(["Date", new Date(Date.now() + skew).toUTCString()]);
  return wasReadable(record, recordedOrigin) ? [...kept, ...openTo(liveOrigin)] : kept;
}

/** For a client of another origin where the recorded one had the server's own. */
export function openTo(liveOrigin: string | null, asked = "*"): [string, string][] {
  if (liveOrigin === null) return [];
  return [
    ["Access-Control-Allow-Origin", liveOrigin],
    ["Access-Control-Allow-Credentials", "true"],
    ["Access-Control-Allow-Methods", "GET, POST, DELETE, OPTIONS"],
    ["Access-Control-Allow-Headers", asked],
    ["Vary", "Origin"],
  ];
}

/** The page had the server's origin, so CORS had no say; another client must not fail by it. */
export function wasReadable({ exchange }: Played, recordedOrigin = header(exchange.requestHeaders, "origin")): boolean {
  if (exchange.netError !== null || header(exchange.responseHeaders, "access-control-allow-origin")) return false;
  return !recordedOrigin || originOf(parseUrl(recordedOrigin)) === originOf(exchange.address);
}

/** How far the server's clock was ahead; that is evidence, so it stays. */
function clockSkew({ exchange }: Played): number | null {
  const date = Date.parse(header(exchange.responseHeaders, "date") ?? "");
  return Number.isNaN(date) ? null : date - (exchange.endedAt ?? exchange.startedAt);
}

function sendable(value: string): string {
  return value.replace(/[^\t\x20-\x7e\x80-\xff]/g, "?");
}
