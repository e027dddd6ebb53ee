/** What an entry of DevTools' log shows of how its request fares. */
interface LogEntry {
  response?: { status?: unknown; _error?: unknown };
  _resourceType?: unknown;
  _webSocketMessages?: unknown;
}

export function isAnswered({ response }: LogEntry): boolean {
  return typeof response?.status === "number" && response.status > 0;
}

export function isFailed({ response, _webSocketMessages: messages }: LogEntry): boolean {
  const isRefused = Array.isArray(messages) && messages.some((each: { type?: unknown }) => each.type === "error");
  return isRefused || (typeof response?._error === "string" && response._error !== "");
}

/** Firefox tells of a socket when its handshake is over, and not again. */
export function isEstablishedSocket({ response }: LogEntry): boolean {
  return response?.status === 101;
}

/** A request that is merely pending looks like a failed one here, so only what is known to be open is taken. */
export function isOpenStream({ _resourceType: type, response }: LogEntry): boolean {
  return (type === "websocket" && response?.status === 101) || (type === "eventsource" && response?.status === 200);
}
