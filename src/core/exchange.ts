import { decodeBase64 } from "./base64.js";
import type { Channel, Content, ExchangeEvent, Header } from "./traffic.js";
import { type Address, parseUrl } from "./url.js";

/** One request as all its events together describe it. Null is unknown. */
export interface Exchange {
  id: string;
  channel: Channel;
  page: string | null;
  method: string;
  url: string;
  address: Address;
  requestHeaders: Header[] | null;
  requestBody: Content | null;
  status: number | null;
  responseHeaders: Header[] | null;
  responseBody: Content | null;
  netError: string | null;
  initiator: string[] | null;
  /** Undefined is unknown. */
  credentials?: boolean | undefined;
  askedBy?: string | undefined;
  startedAt: number;
  endedAt: number | null;
  answeredBy?: ExchangeEvent["answeredBy"] | undefined;
  pageTold?: ExchangeEvent["pageTold"] | undefined;
}

export function newExchange(event: ExchangeEvent): Exchange {
  return {
    id: event.exchange,
    channel: event.channel,
    page: event.page,
    method: event.method,
    url: event.url,
    address: parseUrl(event.url),
    requestHeaders: event.requestHeaders,
    requestBody: event.requestBody,
    status: event.status,
    responseHeaders: event.responseHeaders,
    responseBody: event.responseBody,
    netError: event.netError,
    initiator: event.initiator,
    credentials: event.credentials,
    askedBy: event.askedBy,
    startedAt: event.at,
    endedAt: event.endedAt,
    answeredBy: event.answeredBy,
    pageTold: event.pageTold,
  };
}

/** Adds what a later event of the same exchange knows; the first word on a thing stands, unless the later one says more. */
export function mergeExchange(known: Exchange, event: ExchangeEvent): void {
  known.startedAt = Math.min(known.startedAt, event.at);
  known.page ??= event.page;
  known.requestHeaders = fuller(known.requestHeaders, event.requestHeaders);
  known.requestBody ??= event.requestBody;
  known.responseHeaders = fuller(known.responseHeaders, event.responseHeaders);
  known.responseBody ??= event.responseBody;
  mergeOutcome(known, event);
  known.initiator = fuller(known.initiator, event.initiator);
  known.credentials ??= event.credentials;
  known.askedBy ??= event.askedBy;
  known.endedAt ??= event.endedAt;
  if (event.pageTold === "end") known.pageTold = "end";
  else if (event.pageTold) known.pageTold ??= event.pageTold;
  if (event.answeredBy === "server") known.answeredBy = "server";
  else if (event.answeredBy) known.answeredBy ??= event.answeredBy;
}

/**
 * Firefox's DevTools may tell of a request before it knows of the answer, without a word why there is none; another source
 * that saw a status knows more, in whichever order they come.
 */
function mergeOutcome(known: Exchange, event: ExchangeEvent): void {
  if (wasRefused(known) && event.status === 101 && event.netError === null) {
    // An open socket was never refused; that was another's, see `witnesses`.
    known.status = event.status;
    known.netError = null;
    known.responseHeaders = event.responseHeaders;
    known.responseBody = event.responseBody;
    known.endedAt = event.endedAt;
  } else if (event.status && saysNothing(known)) {
    known.status = event.status;
    known.netError = event.netError;
  } else if (!known.status || !saysNothing(event)) {
    known.status ??= event.status;
    known.netError = known.netError || (event.netError ?? known.netError);
  }
}

function wasRefused(known: Exchange): boolean {
  return known.channel === "websocket" && known.status !== 101 && !saysNothing(known);
}

function saysNothing({ status, netError }: Pick<Exchange, "status" | "netError">): boolean {
  return !status && !netError;
}

/** The page knows a few of a handshake's headers and calls, DevTools mostly more. */
function fuller<T>(known: T[] | null, told: T[] | null): T[] | null {
  return (told?.length ?? -1) > (known?.length ?? -1) ? told : known;
}

/** A header's value, names compared as HTTP does; undefined when absent, null when the headers were not observed. */
export function header(headers: Header[] | null, name: string): string | undefined | null {
  if (!headers) return null;
  let all: string | undefined;
  for (const each of headers) {
    if (each.name.length !== name.length || each.name.toLowerCase() !== name) continue;
    all = all === undefined ? each.value : `${all}, ${each.value}`;
  }
  return all;
}

/** Has it an answer, or an end without one? */
export function isAnswered(exchange: Exchange): boolean {
  return exchange.status !== null || exchange.netError !== null;
}

const ABORTED = "net::ERR_ABORTED";

/** The page itself gave it up (a poll at stop, a navigation): benign. An EventSource that was refused says so beside its status. */
export function isAborted({ netError, status }: Exchange): boolean {
  return netError === ABORTED && (status ?? 0) < 400;
}

/** So Firefox tells of a WebSocket that the page took back, too. */
export function isTakenBack(exchange: Exchange): boolean {
  return isAborted(exchange) || (exchange.channel === "websocket" && exchange.netError === "" && !exchange.status);
}

/** The page got no readable answer: refused, cut off, or blocked by CORS. */
export function isBlocked({ netError }: Exchange): boolean {
  return netError !== null && netError !== ABORTED;
}

/** Neither an answer, nor an end without one. */
export function isPending(exchange: Exchange): boolean {
  return !isAnswered(exchange) && exchange.endedAt === null;
}

/**
 * How long the page waited for an answer before it, or the browser for it, gave up; null where nobody did. Firefox gives a
 * WebSocket's handshake up after 20 s without a word.
 */
export function waitedInVainMs(exchange: Exchange): number | null {
  const { channel, netError, status, startedAt, endedAt } = exchange;
  const isGivenUp = netError === ABORTED || (netError === null && channel === "websocket");
  return isGivenUp && !status && endedAt !== null ? endedAt - startedAt : null;
}

/** Did the page get what it asked for? */
export function isSuccess(exchange: Exchange): boolean {
  if (exchange.netError !== null) return false;
  if (exchange.channel === "websocket") return exchange.status === 101;
  return exchange.status !== null && exchange.status >= 200 && exchange.status < 300;
}

/** A redirect that the browser may follow: neither a preflight nor a WebSocket handshake is one. */
export function isFollowedRedirect(exchange: Exchange): boolean {
  const { status, channel } = exchange;
  return channel !== "websocket" && channel !== "preflight" && [301, 302, 303, 307, 308].includes(status ?? 0);
}

export function isFailure(exchange: Exchange): boolean {
  if (isAborted(exchange) || isFollowedRedirect(exchange)) return false;
  return isAnswered(exchange) && !isSuccess(exchange);
}

/** Text; null for binary content and for what only the size is known of. */
export function bodyText(content: Content | null): string | null {
  return content && content.encoding === "text" ? content.text : null;
}

/** A page for people; undefined where neither the answer's body nor its type is known. */
export function isHtml({ responseBody, responseHeaders }: Exchange): boolean | undefined {
  const text = bodyText(responseBody);
  if (text) return /^\s*<(!doctype|html|head|body)/i.test(text);
  const type = header(responseHeaders, "content-type");
  return type ? /text\/html/i.test(type) : undefined;
}

export function parseJsonObject(text: string | null | undefined): Record<string, unknown> | null {
  if (!text?.trimStart().startsWith("{")) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null; // not JSON after all: the caller has other readings to try
  }
}

/** Text that travelled as binary, as SignalR's long polls do; null where the bytes are no text. */
export function decodedText(content: Content | null): string | null {
  if (content?.encoding !== "base64" || content.text === null) return bodyText(content);
  try {
    return decodeBase64(content.text);
  } catch {
    return null; // bytes that are no UTF-8: MessagePack, or garbage
  }
}
