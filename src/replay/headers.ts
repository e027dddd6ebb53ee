import type { IncomingMessage } from "node:http";
import { header } from "../core/exchange.js";
import { originOf, parseUrl } from "../core/url.js";
import type { Played } from "./recording.js";

/** What belongs to the recorded connection and not to the answer. */
const OF_THE_CONNECTION =
  /^(?:connection|keep-alive|transfer-encoding|content-length|content-encoding|upgrade|alt-svc|sec-websocket-.*|:.*|date|strict-transport-security)$/i;

/** What HTTP takes for a header's name; a label is none. */
const NAME = /^[\w!#$%&'*+.^`|~-]+$/;

/** Headers of the answer, as they may be sent today to this page. */
export function headersFor(
  record: Played,
  incoming: IncomingMessage,
  rewrite: (text: string) => string,
): [name: string, value: string][] {
  const { exchange } = record;
  const liveOrigin = incoming.headers.origin ?? null;
  const asked = String(incoming.headers["access-control-request-headers"] ?? "");
  const recordedOrigin = header(exchange.requestHeaders, "origin") ?? null;
  const kept = (exchange.responseHeaders ?? []).flatMap(({ name, value }): [string, string][] => {
    if (OF_THE_CONNECTION.test(name) || !NAME.test(name)) return [];
    if (/^access-control-(?:allow|expose)-headers$/i.test(name)) return [[name, allowedNow(record, value, asked)]];
    if (/^access-control-allow-origin$/i.test(name) && liveOrigin !== null && value === recordedOrigin)
      return [[name, liveOrigin]];
    return value.split("\n").map((line) => [name, sendable(rewrite(line))]);
  });
  const skew = clockSkew(record);
  if (skew !== null) kept.push(["Date", new Date(Date.now() + skew).toUTCString()]);
  return wasReadable(record, recordedOrigin) ? [...kept, ...openTo(liveOrigin)] : kept;
}

/** Names that the export labelled: where the recorded page was allowed them, the live one is allowed its own. */
function allowedNow({ exchange }: Played, allowed: string, asked: string): string {
  const listed = listOf(allowed);
  const then = listOf(header(exchange.requestHeaders, "access-control-request-headers") ?? "");
  const hidden = then.filter((name) => !NAME.test(name));
  const isAllowed = hidden.length > 0 && hidden.every((name) => listed.includes(name));
  const own = isAllowed ? listOf(asked).filter((name) => !then.includes(name)) : [];
  return [...new Set([...listed.filter((name) => NAME.test(name)), ...own])].join(", ");
}

function listOf(value: string): string[] {
  return value
    .toLowerCase()
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean);
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
