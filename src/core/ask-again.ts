import type { Exchange } from "./exchange.js";
import type { ExchangeEvent } from "./traffic.js";
import { httpScheme, parseUrl, percentDecode, withoutFragment } from "./url.js";

/**
 * Where another extension hides with which status a WebSocket was refused, the server can be asked again over plain HTTP:
 * by a fetch of the page's own, so that DevTools shows the answer. This name, as the script's URL, tells that fetch from
 * what the page itself asks.
 */
export const ASK_AGAIN = "handshake-triage:ask-again";

/** The ids of live sessions: a plain GET with one may act as a poll, or end the session. */
const LIVE_IDS = new Set([
  "id",
  "sid",
  "connectionid",
  "connectiontoken",
  "awps_connection_id",
  "awps_reconnection_token",
]);

/** Refused, and the browser gives no word for it; CORS, which also reads `net::ERR_FAILED`, never applies to a WebSocket. */
export function hidesStatus({ channel, status, netError }: Exchange): boolean {
  return channel === "websocket" && !status && (netError === "" || netError === "net::ERR_FAILED");
}

/** What may be asked: the very address that the page called, without ids; null where nothing is hidden. */
export function askAgainUrl(exchange: Exchange): string | null {
  const { scheme } = exchange.address;
  const http = httpScheme(scheme);
  if (!hidesStatus(exchange) || (http !== "http" && http !== "https")) return null;
  const [place = "", query] = withoutFragment(exchange.url).split(/\?(.*)/s);
  const kept = (query ?? "").split("&").filter((pair) => pair !== "" && !isLiveId(pair));
  return `${http}${place.slice(scheme.length)}${kept.length > 0 ? `?${kept.join("&")}` : ""}`;
}

/** Was an id left out? Then the answer says nothing of that id. */
export function hadLiveId(exchange: Exchange): boolean {
  return [...exchange.address.query.keys()].some((name) => LIVE_IDS.has(name.toLowerCase()));
}

function isLiveId(pair: string): boolean {
  return LIVE_IDS.has(percentDecode(pair.split("=")[0] ?? "").toLowerCase());
}

/**
 * Ours, and no attempt of the page's. Where the page's policy forbids it, only the page tells, without saying who asked;
 * but no client asks for a WebSocket transport by a fetch.
 */
export function isAskedAgain({ channel, initiator, netError, url }: ExchangeEvent | Exchange): boolean {
  if (channel !== "http") return false;
  if (initiator?.some((call) => call.endsWith(ASK_AGAIN))) return true;
  return netError === "csp" && parseUrl(url).query.get("transport") === "websocket";
}

/**
 * Does the answer to a plain GET say what a WebSocket would be told at the same place? Who stands in the way, asks for
 * credentials or knows no such path looks neither at Upgrade nor at an id; a server that takes only WebSockets there, or
 * wants an id, answers a plain GET with a 400 of its own, and that says no more than that it is there.
 */
export function tellsOfHandshake({ status }: Exchange): boolean {
  if (status === null || status < 300 || status === 400 || status === 426) return false;
  return status !== 304;
}
