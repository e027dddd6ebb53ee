import type { CloseEvent, Content, ExchangeEvent, TrafficEvent } from "../core/traffic.js";
import { UNANSWERED } from "../core/unanswered.js";
import { ABORTED } from "../har/net-errors.js";
import { eventsFromConsole } from "./console-lines.js";
import { readStack } from "./stack.js";
import type { TapEvent } from "./tapped.js";
import { unpackMessages } from "./unpack-messages.js";

/** The document that a tap sits in. */
export interface TappedFrame {
  /** Names it among all documents of the tab. */
  id: string;
  /** "null" where it has none that anybody could compare. */
  origin: string;
  url: string;
}

type Told<Kind extends TapEvent["kind"]> = Extract<TapEvent, { kind: Kind }>;

/** What a tap told, as traffic. The same event gives the same ids again, so that it may be told twice. */
export function pageTapEvents(event: TapEvent, frame: TappedFrame): TrafficEvent[] {
  switch (event.kind) {
    case "begun":
      return [{ ...exchangeOf(event, frame, "begun"), ...asked(event, frame) }];
    case "opened":
      return [{ ...exchangeOf(event, frame, "opened"), ...opened(event) }];
    case "message":
      return [messageOf(event, frame)];
    case "messages":
      return (unpackMessages(event.packed) ?? []).map((message) => messageOf(message, frame));
    case "closed":
      return closed(event, frame);
    case "gone":
      return [{ ...exchangeOf(event, frame, "gone"), endedAt: event.at }];
    case "failed":
      return [{ ...exchangeOf(event, frame, "failed"), ...failed(event), ...ended(event) }];
    case "blocked":
      return [blocked(event, frame)];
    case "threw":
      return [thrown(event, frame)];
    case "page":
      return [{ ...pageEvent(event, frame), what: event.what, detail: null }];
    case "asked": {
      const { at, method, url, credentials } = event;
      const { origin } = frame;
      return [{ kind: "asked", id: `tap-${frame.id}.asked${at}.${url}`, at, method, url, credentials, origin }];
    }
    case "logged":
      return eventsFromConsole(event, `tap-${frame.id}.logged${event.nth}`);
    case "lost":
      return [{ ...pageEvent(event, frame), what: "lost", detail: String(event.count) }];
  }
}

function idOf({ socket }: { socket: number }, frame: TappedFrame): string {
  return `tap-${frame.id}-${socket}`;
}

function exchangeOf(
  event: { at: number; socket: number; channel: ExchangeEvent["channel"]; url: string },
  frame: TappedFrame,
  step: string,
): ExchangeEvent {
  const exchange = idOf(event, frame);
  return {
    kind: "exchange",
    id: `${exchange}.${step}`,
    at: event.at,
    exchange,
    channel: event.channel,
    page: null,
    method: "GET",
    url: event.url,
    requestHeaders: null,
    ...UNANSWERED,
    pageTold: "begin",
  };
}

/** The two headers that the page knows of its own request. */
function asked({ protocols, stack }: Pick<Told<"begun">, "protocols" | "stack">, { origin }: TappedFrame) {
  const requestHeaders = [{ name: "Origin", value: origin }];
  if (protocols) requestHeaders.push({ name: "Sec-WebSocket-Protocol", value: protocols });
  return { requestHeaders, initiator: stack === null ? null : readStack(stack) };
}

/** A WebSocket opens with 101 alone, an EventSource with 200 alone (HTML standard, "announce the connection"). */
function opened({ channel, protocol }: Told<"opened">): Partial<ExchangeEvent> {
  const responseHeaders = protocol ? [{ name: "Sec-WebSocket-Protocol", value: protocol }] : null;
  return { status: channel === "websocket" ? 101 : 200, responseHeaders };
}

/**
 * Of a WebTransport session no other source tells why it failed, so that it did is all there is to say. Nor does Firefox's
 * network say a word of a handshake that the page gave up.
 */
function failed({ channel, byPage }: Told<"failed">): Partial<ExchangeEvent> {
  if (channel === "webtransport") return { netError: "" };
  return channel === "websocket" && byPage ? { netError: ABORTED } : {};
}

function messageOf(event: Told<"message"> & { atLeast?: boolean }, frame: TappedFrame): TrafficEvent {
  const { at, direction, nth } = event;
  const exchange = idOf(event, frame);
  return {
    kind: "frame",
    id: `${exchange}.${direction}${nth}`,
    at,
    exchange,
    direction,
    nth,
    payload: contentOf(event),
  };
}

function contentOf({ head, isBinary, bytes, atLeast }: Told<"message"> & { atLeast?: boolean }): Content {
  if (isBinary) return { text: head, encoding: "base64", bytes };
  if (atLeast) return { text: head, encoding: "text", bytes, atLeast };
  return {
    text: head,
    encoding: "text",
    bytes: bytes ?? (head === null ? null : new TextEncoder().encode(head).length),
  };
}

function ended({ at }: { at: number }) {
  return { endedAt: at, pageTold: "end" as const };
}

function closed(event: Told<"closed">, frame: TappedFrame): TrafficEvent[] {
  const over = { ...exchangeOf(event, frame, "closed"), ...ended(event) };
  if (event.code === null) return [over];
  const { at, code, reason } = event;
  return [
    over,
    { kind: "close", id: `${over.exchange}.close`, at, exchange: over.exchange, code, reason, by: closedBy(event) },
  ];
}

function closedBy({ wasClean, byPage, byBrowser }: Told<"closed">): CloseEvent["by"] {
  if (byBrowser) return "browser";
  if (byPage) return "page";
  return wasClean ? "server" : "unknown";
}

/** A fetch or an XMLHttpRequest has no number here; to what it asks for, a negotiate request is a POST. */
function blocked(event: Told<"blocked">, frame: TappedFrame): ExchangeEvent {
  const told = exchangeOf({ ...event, socket: event.socket ?? 0 }, frame, "blocked");
  const exchange = event.socket === null ? `tap-${frame.id}-blocked${event.nth}` : told.exchange;
  const method = event.socket === null && /\/negotiate\/?(\?|$)/i.test(event.url) ? "POST" : "GET";
  const id = `${exchange}.blocked`;
  const requestHeaders = [{ name: "Origin", value: frame.origin }];
  return { ...told, id, exchange, method, requestHeaders, status: 0, netError: "csp", endedAt: event.at };
}

/** From a secure page an insecure address throws at once (WebSocket's "SecurityError"); a misspelt one is no connection at all. */
function thrown(event: Told<"threw">, frame: TappedFrame): TrafficEvent {
  const url = URL.canParse(event.url, frame.url)
    ? new URL(event.url, frame.url).href.replace(/^http/, "ws")
    : event.url;
  const isMixed = event.name === "SecurityError" && url.startsWith("ws:") && frame.origin.startsWith("https:");
  if (!isMixed || event.channel !== "websocket") {
    return { ...pageEvent(event, frame), what: "exception", detail: event.name };
  }
  const told = { ...exchangeOf({ ...event, url }, frame, "threw"), ...asked(event, frame) };
  return { ...told, status: 0, netError: "mixed-content", endedAt: event.at };
}

function pageEvent(event: { kind: string; at: number }, frame: TappedFrame) {
  return { kind: "page", id: `tap-${frame.id}.${event.kind}${event.at}`, at: event.at, page: null } as const;
}
