import { bodyText, type Exchange, header } from "./exchange.js";
import { originOf, parseUrl } from "./url.js";

/** Why a browser kept an answer from the page; https://fetch.spec.whatwg.org/#cors-check and #cors-preflight-fetch. */
export type CorsProblem =
  | "no-allow-origin"
  | "other-origin"
  | "duplicated"
  | "wildcard-with-credentials"
  | "no-credentials"
  | "header-not-allowed"
  | "preflight-status"
  | "preflight-redirected";

/** The page's origin as the request said it; null when it was not observed. */
export function pageOrigin(exchange: Exchange): string | null {
  return header(exchange.requestHeaders, "origin") ?? null;
}

export function isCrossOrigin(exchange: Exchange): boolean | null {
  const origin = pageOrigin(exchange);
  if (origin === null) return null;
  return originOf(parseUrl(origin)) !== originOf(exchange.address);
}

/**
 * Why CORS kept this answer from the page; null where it did not. CORS never applies to a WebSocket, and a request that
 * broke for another reason (refused, reset) has its own word.
 */
export function corsProblem(exchange: Exchange, preflight: Exchange | null): CorsProblem | null {
  if (exchange.channel === "websocket" || isCrossOrigin(exchange) === false) return null;
  if (exchange.channel === "preflight") return preflightProblem(exchange);
  if (!isBlockedByCors(exchange)) return refusedByAnswer(exchange);
  return (
    (preflight && preflightProblem(preflight)) ?? (exchange.responseHeaders?.length ? answerProblem(exchange) : null)
  );
}

export function isPreflightProblem(preflight: Exchange | null): boolean {
  return preflight !== null && preflightProblem(preflight) !== null;
}

function preflightProblem(preflight: Exchange): CorsProblem | null {
  const status = preflight.status ?? 0;
  if (status >= 300 && status < 400) return "preflight-redirected";
  if (status !== 0 && (status < 200 || status > 299)) return "preflight-status";
  if (!preflight.responseHeaders) return null;
  return originProblem(preflight) ?? headerProblem(preflight) ?? credentialsProblem(preflight);
}

function answerProblem(exchange: Exchange): CorsProblem | null {
  return originProblem(exchange) ?? credentialsProblem(exchange);
}

function originProblem(exchange: Exchange): CorsProblem | null {
  const allowed = header(exchange.responseHeaders, "access-control-allow-origin");
  if (!allowed) return "no-allow-origin";
  if (allowed.includes(",")) return "duplicated";
  if (allowed === "*") return null;
  const origin = pageOrigin(exchange);
  return origin !== null && allowed !== origin ? "other-origin" : null;
}

/** Headers that the request needs and the answer does not list. */
export function missingHeaders(preflight: Exchange): string[] {
  const asked = list(header(preflight.requestHeaders, "access-control-request-headers"));
  const allowed = list(header(preflight.responseHeaders, "access-control-allow-headers"));
  return allowed.includes("*") ? [] : asked.filter((name) => !allowed.includes(name));
}

function list(value: string | null | undefined): string[] {
  return (value ?? "")
    .toLowerCase()
    .split(",")
    .flatMap((each) => each.trim() || []);
}

function headerProblem(preflight: Exchange): CorsProblem | null {
  return missingHeaders(preflight).length > 0 ? "header-not-allowed" : null;
}

/**
 * Whether the page sent credentials is not on the wire; where the page itself does not tell, that it was blocked although
 * all else fits is what tells.
 */
function credentialsProblem(exchange: Exchange): CorsProblem | null {
  if (exchange.credentials === false) return null;
  if (header(exchange.responseHeaders, "access-control-allow-origin") === "*") return "wildcard-with-credentials";
  return header(exchange.responseHeaders, "access-control-allow-credentials") === "true" ? null : "no-credentials";
}

/** Chromium's word for an answer that it kept from the page; Firefox has none, and says no more than status 0. */
function isBlockedByCors(exchange: Exchange): boolean {
  return exchange.netError === "net::ERR_FAILED" || exchange.netError === "";
}

/**
 * Firefox and proxies record a blocked answer as if it had been read. Without an origin that fits no browser hands it to
 * the page; where it sent credentials, nor without their header.
 */
function refusedByAnswer(exchange: Exchange): CorsProblem | null {
  const isAnswer = exchange.netError === null && Boolean(exchange.status) && Boolean(exchange.responseHeaders?.length);
  if (!isAnswer || isCrossOrigin(exchange) !== true || bodyText(exchange.responseBody)) return null;
  return originProblem(exchange) ?? (exchange.credentials ? credentialsProblem(exchange) : null);
}
