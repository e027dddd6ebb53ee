import {
  type Channel,
  type Content,
  type ExchangeEvent,
  type Header,
  PAGE_CHANGES,
  type PageEvent,
  type TrafficEvent,
} from "../core/traffic.js";
import { UNANSWERED } from "../core/unanswered.js";

/**
 * Traffic written down for people, in the examples of knowledge entries and in tests:
 *
 *     page https://app.test
 *     +0ms POST https://api.test/chat/negotiate?negotiateVersion=1
 *       > X-SignalR-User-Agent: Microsoft SignalR/10.0
 *       >> request body
 *       < 200 net::ERR_FAILED            status, net error or both; no `<` line: still pending
 *       < csp                            forbidden by the page's policy; also: mixed-content
 *       < hidden                         refused, but another extension hides the status
 *       < broken Invalid frame header    no answer for the page, in the browser's own words
 *       +20s given up                    the page gave it up before there was an answer
 *       by-service-worker                a service worker gave the answer
 *       by connect app.js                a function on the stack that asked for it, innermost first
 *       < Access-Control-Allow-Origin: *
 *       << response body
 *     +3s WS wss://api.test/chat?id=abc  WS, SSE, PREFLIGHT or any method; times count from the line before
 *       < 101
 *       +5ms -> {"protocol":"json","version":1}␞
 *       +5ms <- {}␞
 *       +5ms -> binary g6R0eXBlAA==      a binary message, in base64
 *       +9s closed 1006 by server reason
 *       +0ms ended
 *       +9s gone                         ended, and the page that had told of it did not say so
 *       +30s hidden                      what the page went through: visible, frozen, resumed, offline, online, busy, free, too
 *     +25s tick
 *
 * `␞` stands for the record separator U+001E.
 */
export function parseWireScript(script: string): TrafficEvent[] {
  const reader: Reader = { events: [], now: START, page: null, origin: null, exchange: null, count: 0 };
  script.split("\n").forEach((line, index) => {
    if (line.trim() && !line.trim().startsWith("#")) readLine(reader, line, index + 1);
  });
  return reader.events;
}

/** A line of a wire script that cannot be read; `line` counts from 1. */
export class WireScriptError extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

/** 2026-01-01T00:00:00Z; tokens in examples expire around it. */
const START = 1_767_225_600_000;
const ANSWER_TAKES_MS = 10;

interface Reader {
  events: TrafficEvent[];
  now: number;
  page: string | null;
  origin: string | null;
  exchange: ExchangeEvent | null;
  count: number;
}

const CHANNELS: Record<string, Channel> = {
  WS: "websocket",
  WT: "webtransport",
  SSE: "eventsource",
  PREFLIGHT: "preflight",
};

function readLine(reader: Reader, line: string, number: number): void {
  const isIndented = /^\s/.test(line);
  const [, amount, unit, rest = ""] = /^\s*(?:\+([\d.]+)(ms|s) )?(.*)/.exec(line) ?? [];
  reader.now += Number(amount ?? 0) * (unit === "s" ? 1000 : 1);
  const isRead = isIndented ? readDetail(reader, rest) : readStart(reader, rest.trim());
  if (!isRead)
    throw new WireScriptError(number, `cannot read "${line.trim()}"; src/knowledge/wire-script.ts shows the notation`);
}

function readStart(reader: Reader, text: string): boolean {
  const [word = "", url = ""] = text.split(" ");
  if (word === "tick") reader.events.push({ kind: "tick", id: nextId(reader), at: reader.now });
  else if (word === "page") openPage(reader, url);
  else if (/^[A-Z]+$/.test(word) && url) reader.events.push(startExchange(reader, word, url));
  else return false;
  return true;
}

function openPage(reader: Reader, url: string): void {
  const isNavigation = reader.page !== null;
  reader.page = `page-${nextId(reader)}`;
  reader.origin = /^[a-z]+:\/\/[^/]+/.exec(url)?.[0] ?? null;
  if (isNavigation)
    reader.events.push({ kind: "navigated", id: nextId(reader), at: reader.now, page: reader.page, url });
}

function startExchange(reader: Reader, word: string, url: string): ExchangeEvent {
  const channel = CHANNELS[word] ?? "http";
  const method = channel === "preflight" ? "OPTIONS" : channel === "http" ? word : "GET";
  const id = nextId(reader);
  reader.exchange = {
    kind: "exchange",
    id,
    exchange: `x-${id}`,
    at: reader.now,
    channel,
    page: reader.page,
    method,
    url,
    requestHeaders: reader.origin ? [{ name: "Origin", value: reader.origin }] : [],
    ...UNANSWERED,
  };
  return reader.exchange;
}

function readDetail(reader: Reader, text: string): boolean {
  const { exchange } = reader;
  const [, mark = "", rest = ""] = DETAIL.exec(text) ?? [];
  if (!exchange) return false;
  if (mark === ">") exchange.requestHeaders?.push(parseHeader(rest));
  else if (mark === ">>") exchange.requestBody = content(rest);
  else if (mark === "<<") exchange.responseBody = content(rest);
  else if (mark === "by-service-worker") exchange.answeredBy = "service-worker";
  else if (mark === "by") exchange.initiator = [...(exchange.initiator ?? []), rest];
  else if (mark === "<") return readAnswer(reader, exchange, rest);
  else if (mark === "->" || mark === "<-") addFrame(reader, exchange, mark === "->" ? "sent" : "received", rest);
  else if (mark === "closed") return addClose(reader, exchange, rest);
  else if (mark === "ended") exchange.endedAt = reader.now;
  else if (mark === "gone") Object.assign(exchange, { endedAt: reader.now, pageTold: "begin" });
  else if (mark === "given up")
    Object.assign(exchange, { status: 0, netError: "net::ERR_ABORTED", endedAt: reader.now });
  else if (isPageState(mark)) reader.events.push(pageEvent(reader, mark));
  else return false;
  return true;
}

/** A detail's mark and the rest of the line. */
const DETAIL = new RegExp(
  `^(>>|<<|->|<-|>|<|by-service-worker|by|closed|ended|gone|given up|${PAGE_CHANGES.join("|")})\\s?(.*)$`,
);

function isPageState(mark: string): mark is PageEvent["what"] {
  return PAGE_CHANGES.some((change) => change === mark);
}

function pageEvent(reader: Reader, what: PageEvent["what"]): PageEvent {
  return { kind: "page", id: nextId(reader), at: reader.now, page: reader.page, what, detail: null };
}

function readAnswer(reader: Reader, exchange: ExchangeEvent, text: string): boolean {
  const broken = /^broken (.+)$/.exec(text)?.[1];
  const answer = broken ? ["", "", broken] : /^(\d{3})?\s?(net::\w+|csp|mixed-content|hidden)?$/.exec(text);
  if (!answer) {
    if (!/^[\w-]+:/.test(text)) return false;
    exchange.responseHeaders = [...(exchange.responseHeaders ?? []), parseHeader(text)];
    return true;
  }
  reader.now += ANSWER_TAKES_MS;
  const isHidden = answer[2] === "hidden";
  exchange.status = answer[1] ? Number(answer[1]) : isHidden ? null : 0;
  exchange.netError = isHidden ? "" : (answer[2] ?? null);
  exchange.responseHeaders ??= answer[1] ? [] : null;
  const staysOpen = exchange.status === (exchange.channel === "websocket" ? 101 : 200) && isSession(exchange);
  exchange.endedAt = staysOpen ? null : reader.now;
  return true;
}

function isSession({ channel }: ExchangeEvent): boolean {
  return channel === "websocket" || channel === "webtransport";
}

function parseHeader(text: string): Header {
  const cut = text.indexOf(":");
  return { name: text.slice(0, cut).trim(), value: text.slice(cut + 1).trim() };
}

function content(text: string): Content {
  const whole = text.replaceAll("␞", "\u001e");
  return { text: whole, encoding: "text", bytes: new TextEncoder().encode(whole).length };
}

function frameContent(text: string): Content {
  const binary = /^binary ([\w+/=]+)$/.exec(text)?.[1];
  return binary ? { text: binary, encoding: "base64", bytes: Math.floor((binary.length * 3) / 4) } : content(text);
}

/** `(40,000 bytes)` stands for a message of that size whose text does not matter. */
function addFrame(reader: Reader, exchange: ExchangeEvent, direction: "sent" | "received", text: string): void {
  const size = /^\(([\d,]+) bytes\)$/.exec(text)?.[1];
  const payload: Content = size
    ? { text: null, encoding: "text", bytes: Number(size.replaceAll(",", "")) }
    : frameContent(text);
  reader.events.push({
    kind: "frame",
    id: nextId(reader),
    at: reader.now,
    exchange: exchange.exchange,
    direction,
    payload,
  });
}

function addClose(reader: Reader, exchange: ExchangeEvent, text: string): boolean {
  const [, code, by = "unknown", reason = ""] =
    /^(\d{4})(?: by (page|server|browser|unknown))? ?(.*)$/.exec(text) ?? [];
  if (!code) return false;
  const who = by === "page" || by === "server" || by === "browser" ? by : "unknown";
  const id = nextId(reader);
  reader.events.push({
    kind: "close",
    id,
    at: reader.now,
    exchange: exchange.exchange,
    code: Number(code),
    reason,
    by: who,
  });
  return true;
}

function nextId(reader: Reader): string {
  reader.count += 1;
  return `e${reader.count}`;
}
