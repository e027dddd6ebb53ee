import { isPreflightProblem } from "../cors.js";
import { type Exchange, header, isFailure, isFollowedRedirect, isHtml } from "../exchange.js";
import { endpointOf, parseUrl } from "../url.js";
import type { Recognition } from "./protocol.js";

/**
 * A client of Azure Web PubSub gets its URL, token and all, from the application, by a request that each application makes up
 * for itself. One that was answered is none of a connection's own: the socket that follows tells all. One that fails is where
 * the connection broke.
 */
export function recogniseNegotiate(exchange: Exchange): Recognition | null {
  if (!givesNoUrl(exchange)) return null;
  const isByClient = isFromClient(exchange.initiator ?? []);
  return isByClient || isLikeTheSamples(exchange) ? negotiation(exchange, isByClient) : null;
}

export function negotiation({ address, channel }: Exchange, isSure: boolean): Recognition {
  const role = channel === "preflight" ? "preflight" : "negotiate";
  return { role, endpoint: endpointOf(address), transport: null, sessionId: null, isSure };
}

/**
 * Failed, or ended at a page for people. Any other answer may be one from which the application makes the URL. What Firefox
 * tells of without an answer and without a word why the page most likely gave up.
 */
function givesNoUrl(exchange: Exchange): boolean {
  if (exchange.channel !== "http") return exchange.channel === "preflight" && isRefused(exchange);
  if (isFollowedRedirect(exchange)) return !NEGOTIATE.test(locationOf(exchange));
  return isHtml(exchange) || (isFailure(exchange) && Boolean(exchange.status || exchange.netError));
}

function isRefused(preflight: Exchange): boolean {
  return isFailure(preflight) || isPreflightProblem(preflight);
}

function locationOf({ responseHeaders }: Exchange): string {
  return parseUrl(header(responseHeaders, "location") ?? "").path;
}

/** Methods of WebPubSubClient in @azure/web-pubsub-client, in which it asks the application; a bundler leaves them their names. Its file's name would say less: handlers run in it, too. */
const CLIENT_METHOD = /^(?:\w+\.)?_start(?:Core|FromRestarting) /;

function isFromClient(initiator: string[]): boolean {
  return initiator.some((call) => CLIENT_METHOD.test(call));
}

const NEGOTIATE = /\/negotiate\/?$/i;

/**
 * As the service's documentation has it: a GET of /negotiate, or of /api/negotiate in Azure Functions. SignalR's clients ask
 * with POST, or name their version; offers that people negotiate have an id in their path; and nobody types it into a browser.
 */
function isLikeTheSamples({ address: { path, query }, channel, method, requestHeaders }: Exchange): boolean {
  if (!/^(?:\/[a-z][\w-]*)?\/negotiate\/?$/i.test(path)) return false;
  if (query.has("negotiateVersion") || query.has("clientProtocol")) return false;
  if (channel === "preflight") {
    const forHeaders = header(requestHeaders, "access-control-request-headers") ?? "";
    return header(requestHeaders, "access-control-request-method") === "GET" && !/x-signalr/i.test(forHeaders);
  }
  const isTyped = /^text\/html/i.test(header(requestHeaders, "accept") ?? "");
  return channel === "http" && method === "GET" && !isTyped && header(requestHeaders, "x-signalr-user-agent") == null;
}
