import { bodyText, type Exchange, header, parseJsonObject } from "../exchange.js";
import { isLabel, originalBytes } from "../token.js";
import type { FrameEvent } from "../traffic.js";
import { endpointOf } from "../url.js";
import type { Recognition } from "./protocol.js";
import { RECORD_SEPARATOR } from "./signalr-session.js";

export function recognise(exchange: Exchange): Recognition | null {
  if (exchange.address.query.has("EIO")) return null;
  if (isNegotiate(exchange)) return negotiation(exchange);
  const isSure = speaksSignalr(exchange) || hasSignalrId(exchange);
  return isSure || sessionIdIn(exchange) ? partOf(exchange, isSure) : null;
}

export function assume(exchange: Exchange): Recognition {
  return NEGOTIATE.test(exchange.address.path) ? negotiation(exchange) : partOf(exchange, true);
}

const NEGOTIATE = /\/negotiate\/?$/i;

function negotiation({ address, channel }: Exchange): Recognition {
  const hub = endpointOf(address, address.path.replace(NEGOTIATE, ""));
  const role = channel === "preflight" ? "preflight" : "negotiate";
  return { role, endpoint: hub, transport: null, sessionId: null, isSure: true };
}

function sessionIdIn({ address: { query } }: Exchange): string | null {
  return query.get("id") ?? query.get("connectionToken") ?? null;
}

function partOf(exchange: Exchange, isSure: boolean): Recognition {
  const { address, channel, method } = exchange;
  const sessionId = sessionIdIn(exchange);
  const path = address.query.has("connectionToken") ? address.path.replace(CLASSIC_STEP, "") : address.path;
  const part = { endpoint: endpointOf(address, path), sessionId, isSure };
  if (channel === "preflight") return { ...part, role: "preflight", transport: null };
  if (channel === "websocket") return { ...part, role: "connect", transport: "websocket" };
  if (channel === "eventsource" || acceptsEventStream(exchange)) return { ...part, role: "connect", transport: "sse" };
  const classic = classicRole(exchange);
  if (classic) return { ...part, role: classic, transport: classic === "poll" ? "long-polling" : null };
  if (method === "DELETE") return { ...part, role: "stop", transport: "long-polling" };
  if (method === "POST") return { ...part, role: "send", transport: null };
  return { ...part, role: "poll", transport: "long-polling" };
}

const CLASSIC_TRANSPORT = /^(webSockets|serverSentEvents|longPolling|foreverFrame)$/;

const CLASSIC_STEP = /\/(connect|reconnect|start|poll|send|abort|ping)\/?$/i;

/** SignalR 2.x names the step in the path, and polls with POST. */
function classicRole({ address }: Exchange): "poll" | "send" | "stop" | null {
  const step = address.query.has("connectionToken") ? CLASSIC_STEP.exec(address.path)?.[1]?.toLowerCase() : undefined;
  if (step === undefined) return null;
  if (step === "abort") return "stop";
  return ["connect", "reconnect", "poll"].includes(step) ? "poll" : "send";
}

/** ASP.NET Core's ids are 16 bytes in base64url; classic SignalR and the Azure service have parameters of their own beside theirs. */
function hasSignalrId({ channel, address: { query } }: Exchange): boolean {
  const id = query.get("id") ?? "";
  if (query.has("connectionToken") && CLASSIC_TRANSPORT.test(query.get("transport") ?? "")) return true;
  if (id && [...query.keys()].some((name) => name.startsWith("asrs"))) return true;
  // The last of 22 letters holds two bits of the 16 bytes, so only four of the 64 letters can stand there.
  return channel === "websocket" && originalBytes(id) === 22 && (isLabel(id) || /^[\w-]{21}[AQgw]$/.test(id));
}

/** The path, and one of: the version in the query, the client's own headers, the shape of the answer. */
function isNegotiate(exchange: Exchange): boolean {
  const { path, query } = exchange.address;
  if (!NEGOTIATE.test(path)) return false;
  if (query.has("negotiateVersion") || query.has("clientProtocol") || speaksSignalr(exchange)) return true;
  return isNegotiation(parseJsonObject(bodyText(exchange.responseBody)));
}

/** Methods of HttpConnection in @microsoft/signalr, where a bundler left them their names. */
const CLIENT_METHOD =
  /^(?:\w+\.)?(_startTransport|_createTransport|_startInternal|_getNegotiationResponse|_startWithReconnect) /;

function isFromClient(initiator: string[]): boolean {
  const [innermost = ""] = initiator;
  if (/\/(microsoft-)?signalr[^/]*\.js$/i.test(innermost)) return true;
  return initiator.some((call) => CLIENT_METHOD.test(call)) || isMinifiedClient(initiator);
}

/**
 * In the minified build only public names are left, and they tell by their order: WebSocketTransport.connect, called by
 * HttpConnection.start, called by HubConnection.start or, on a reconnect, by the connection's onclose.
 */
function isMinifiedClient(initiator: string[]): boolean {
  const names = initiator.map((call) => call.split(" ")[0] ?? "");
  const from = names.indexOf("connect");
  const callers = names.slice(from + 1);
  return (
    from >= 0 && (callers.filter((name) => name === "start").length >= 2 || callers.includes("connection.onclose"))
  );
}

/** A socket and a stream carry none of the client's headers; there the code that asked for them tells. */
function speaksSignalr(exchange: Exchange): boolean {
  if (header(exchange.requestHeaders, "x-signalr-user-agent")) return true;
  const asked = header(exchange.requestHeaders, "access-control-request-headers");
  if (asked && /x-signalr-user-agent/i.test(asked)) return true;
  return (
    (exchange.channel === "websocket" || exchange.channel === "eventsource") && isFromClient(exchange.initiator ?? [])
  );
}

function acceptsEventStream(exchange: Exchange): boolean {
  return /text\/event-stream/i.test(header(exchange.requestHeaders, "accept") ?? "");
}

export function recogniseFrame(exchange: Exchange, frame: FrameEvent): Recognition | null {
  const text = bodyText(frame.payload);
  const isHandshake = text?.endsWith(RECORD_SEPARATOR) && parseJsonObject(text.slice(0, -1))?.protocol !== undefined;
  if (!isHandshake || exchange.channel !== "websocket") return null;
  const sessionId = exchange.address.query.get("id") ?? null;
  return { role: "connect", endpoint: endpointOf(exchange.address), transport: "websocket", sessionId, isSure: true };
}

/** The shapes of a negotiate answer, of ASP.NET Core and of classic SignalR. */
export function isNegotiation(answer: Record<string, unknown> | null): boolean {
  if (answer === null) return false;
  if ("ProtocolVersion" in answer) return "ConnectionToken" in answer || "TryWebSockets" in answer;
  const hasId = typeof answer.connectionId === "string" || typeof answer.connectionToken === "string";
  return Array.isArray(answer.availableTransports) && (hasId || typeof answer.url === "string");
}
