import { opensSocket } from "../core/opened-socket.js";
import type { ExchangeEvent } from "../core/traffic.js";
import { entryEvents } from "../har/entry.js";

/** What an entry of DevTools' log shows of how its request fares. */
interface LogEntry {
  response?: { status?: unknown; httpVersion?: unknown; content?: { text?: unknown }; _error?: unknown };
  _resourceType?: unknown;
  _webSocketMessages?: unknown;
  _eventSourceMessages?: unknown;
}

export function isAnswered({ response }: LogEntry): boolean {
  return typeof response?.status === "number" && response.status > 0;
}

/** Firefox's log has bodies. */
export function hasBody({ response }: LogEntry): boolean {
  return typeof response?.content?.text === "string";
}

export function isFailed({ response, _webSocketMessages: messages }: LogEntry): boolean {
  const isRefused = Array.isArray(messages) && messages.some((each: { type?: unknown }) => each.type === "error");
  return isRefused || (typeof response?._error === "string" && response._error !== "");
}

/** Firefox tells of a socket when its handshake is over, and not again. */
export function isEstablishedSocket({ response }: LogEntry): boolean {
  return opensSocket(Number(response?.status), String(response?.httpVersion));
}

/** A request that is merely pending looks like a failed one here, so only what is known to be open is taken. */
export function isOpenStream(entry: LogEntry): boolean {
  const { _resourceType: type, response } = entry;
  return (type === "websocket" && isEstablishedSocket(entry)) || (type === "eventsource" && response?.status === 200);
}

/** A request as it ended. Gives out no id, which would end an open socket, and leaves its messages unread but for the first. */
export function exchangeOf(entry: object): ExchangeEvent | null {
  const [exchange] = entryEvents(withMessages(entry, 0, 1), { id: "", hasEnded: true, body: null });
  return exchange ?? null;
}

/** How many messages a socket or a stream has had. */
export function messageCount(entry: LogEntry): number {
  return messagesOf(entry).length;
}

/** The entry with so many of its messages, from that one on. */
export function withMessages(entry: LogEntry, from: number, most = Number.POSITIVE_INFINITY): object {
  const messages = messagesOf(entry);
  if (from === 0 && messages.length <= most) return entry;
  const part = messages.slice(from, from + most);
  return "_webSocketMessages" in entry
    ? { ...entry, _webSocketMessages: part }
    : { ...entry, _eventSourceMessages: part };
}

function messagesOf({ _webSocketMessages: ofSocket, _eventSourceMessages: ofStream }: LogEntry): unknown[] {
  if (Array.isArray(ofSocket)) return ofSocket;
  return Array.isArray(ofStream) ? ofStream : [];
}
