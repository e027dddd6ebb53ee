import {
  type Connection,
  countRequest,
  newConnection,
  PHASES,
  type Phase,
  type ProtocolName,
  type Trouble,
} from "../connection.js";
import { newExchange } from "../exchange.js";
import { PROTOCOLS } from "../protocols/index.js";
import type { Channel, ExchangeEvent, SaidEvent } from "../traffic.js";
import { parseUrl } from "../url.js";
import { messageOf } from "./lexicon/index.js";

/** What a text tells of one connection, line by line, in the order of the lines. */
export interface Told {
  protocol: ProtocolName;
  lines: readonly SaidEvent[];
  /** No capture stands beside it, so that only what the text tells is known. */
  isAlone: boolean;
  /** Nobody chose these lines: clients' libraries logged them, whatever the cause. */
  isLogged?: boolean;
}

/** The first value that any line gives. */
export function firstSaid<K extends keyof SaidEvent>(lines: readonly SaidEvent[], key: K): SaidEvent[K] | null {
  return lines.find((line) => line[key] !== null)?.[key] ?? null;
}

/** The lines with the request that broke first, so that its URL and status stand before those of its surroundings. */
function brokenFirst(lines: readonly SaidEvent[]): SaidEvent[] {
  const rank = (line: SaidEvent) => (hasFailedRequest(line) ? (line.url ? 0 : 1) : line.url ? 2 : 3);
  return [...lines].sort((one, other) => rank(one) - rank(other));
}

function hasFailedRequest({ status, netError, channel }: SaidEvent): boolean {
  if (netError !== null) return true;
  return status !== null && (status >= 400 || status === 0 || (channel === "websocket" && status !== 101));
}

/** A log has the requests before the one that broke, too. */
function wentWell(line: SaidEvent): boolean {
  return line.status !== null && line.status >= 200 && line.status < 300 && !hasFailedRequest(line);
}

function isPhase(name: string): name is Phase {
  return (PHASES as readonly string[]).includes(name);
}

/** Where it broke, as the text says or as its sentences imply; null where nothing tells. */
export function toldPhase(lines: readonly SaidEvent[]): Phase | null {
  const said = firstSaid(
    lines.filter((line) => !wentWell(line)),
    "phase",
  );
  if (said && isPhase(said)) return said;
  return knownMessages(lines).find(({ phase, benign }) => phase && !benign)?.phase ?? null;
}

export function toldChannel(lines: readonly SaidEvent[]): Channel | null {
  return firstSaid(lines, "channel") ?? knownMessages(lines).find(({ channel }) => channel)?.channel ?? null;
}

export function knownMessages(lines: readonly SaidEvent[]) {
  return lines.flatMap((line) => line.messages.flatMap((id) => messageOf(id) ?? []));
}

/** Close codes that say that all was meant so (RFC 6455, 7.4.1). */
const PEACEFUL = [1000, 1001, 1005];

/** Does the text show that something failed? A person's complaint is enough; a log without one needs a failure's words. */
export function showsFailure(lines: readonly SaidEvent[]): boolean {
  return lines.some((line) => {
    const { closeCode, complains, prefixLost } = line;
    if (hasFailedRequest(line) || complains || prefixLost || (closeCode !== null && !PEACEFUL.includes(closeCode)))
      return true;
    return knownMessages([line]).some(({ benign }) => !benign);
  });
}

const REALTIME =
  /web ?sockets?\b|\bwss?:|EventSource|long[- ]?poll|real[- ]?time|(connection|message) count reaches limit/i;

/**
 * Does a text speak of a connection of ours at all? A failed image, a database's log or another program's exception may say
 * "connection refused" or "404" in the same words.
 */
export function speaksOfRealtime(lines: readonly SaidEvent[]): boolean {
  return lines.some(
    ({ protocol, channel, transport, text }) =>
      protocol !== null ||
      channel === "websocket" ||
      channel === "eventsource" ||
      transport !== null ||
      REALTIME.test(text),
  );
}

/** A connection that only a text tells of; what it does not tell stays open. */
export function connectionOf(
  id: string,
  { protocol: name, lines }: Told,
): { connection: Connection; trouble: Trouble } {
  const protocol = PROTOCOLS.find((each) => each.name === name);
  if (!protocol) throw new Error(`no protocol is named ${name}`);
  const exchange = newExchange(exchangeOf(id, lines));
  const part = exchange.url ? protocol.recognise(exchange) : null;
  const endpoint = part?.endpoint ?? exchange.url.split(/[?#]/)[0] ?? "";
  const connection = newConnection(id, name, endpoint, exchange, protocol.newSession());
  connection.transport = firstSaid(lines, "transport") ?? part?.transport ?? null;
  connection.lastAt = lines.reduce((latest, { at }) => Math.max(latest, at), connection.lastAt);
  if (part) {
    countRequest(connection, part.role, exchange, true);
    protocol.readRequest(connection, exchange, part.role);
    if (exchange.status !== null) protocol.readResponse(connection, exchange, part.role);
  }
  connection.close = closeOf(lines);
  const phase = toldPhase(lines) ?? (part && isPhase(part.role) ? part.role : protocol.firstStep);
  return { connection, trouble: { phase, exchange, severity: "error" } };
}

function exchangeOf(id: string, lines: readonly SaidEvent[]): ExchangeEvent {
  const ordered = brokenFirst(lines);
  const [first] = ordered;
  const body = firstSaid(ordered, "body");
  const headers = lines.flatMap((line) => line.headers);
  const asked = headers.filter(({ name }) =>
    /^(origin|access-control-request-.*|authorization|sec-websocket-.*)$/i.test(name),
  );
  const url = withItsQuery(first?.url ?? firstSaid(ordered, "url") ?? "", ordered);
  return {
    kind: "exchange",
    id: first?.id ?? id,
    exchange: first?.id ?? id,
    at: first?.at ?? 0,
    channel: toldChannel(ordered) ?? (/^wss?$/.test(parseUrl(url).scheme) ? "websocket" : "http"),
    page: null,
    method: firstSaid(ordered, "method") ?? "",
    url,
    requestHeaders: asked.length > 0 ? asked : null,
    requestBody: null,
    status: firstSaid(ordered, "status"),
    responseHeaders: headers.length > asked.length ? headers.filter((each) => !asked.includes(each)) : null,
    responseBody: body === null ? null : { text: body, encoding: "text", bytes: null },
    netError: firstSaid(ordered, "netError"),
    initiator: null,
    endedAt: null,
  };
}

/** Prose names the place alone, and a line of a log the whole request to it. */
function withItsQuery(url: string, lines: readonly SaidEvent[]): string {
  if (url.includes("?")) return url;
  const { path } = parseUrl(url);
  const whole = lines.find((line) => line.url?.includes("?") && parseUrl(line.url).path === path);
  return whole?.url ?? url;
}

function closeOf(lines: readonly SaidEvent[]): Connection["close"] {
  const line = lines.find(({ closeCode }) => closeCode !== null);
  if (!line) return null;
  const { id, at, closeCode, closeReason } = line;
  return { kind: "close", id, at, exchange: id, code: closeCode, reason: closeReason, by: "unknown" };
}
