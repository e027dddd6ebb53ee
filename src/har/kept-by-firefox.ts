import { corsProblem } from "../core/cors.js";
import { header, newExchange } from "../core/exchange.js";
import type { ExchangeEvent } from "../core/traffic.js";
import type { Log } from "./log.js";

/** Chromium's word for an answer that CORS kept from the page. */
const BLOCKED = "net::ERR_FAILED";

export function isOfFirefox({ creator, browser }: Log): boolean {
  return creator?.name === "Firefox" || browser?.name === "Firefox";
}

/**
 * Firefox writes an answer that CORS kept from the page like any other, body and all; what it asked and was answered tells.
 * A cookie that went to another origin shows that the page sent credentials.
 */
export function keptByFirefox(event: ExchangeEvent): ExchangeEvent {
  if (event.channel === "websocket" || event.channel === "preflight" || event.netError !== null) return event;
  const isWithCookies = header(event.requestHeaders, "cookie") !== undefined;
  const credentials = event.credentials ?? (isWithCookies || undefined);
  const isKept = corsProblem(newExchange({ ...event, credentials, responseBody: null }), null) !== null;
  return isKept ? { ...event, netError: BLOCKED } : event;
}
