import type { Played } from "./recording.js";

/** What the server is seen to have done with a request. */
export type Answer =
  /** A status, headers and a body. */
  | "http"
  /** An event stream, or an accepted WebSocket. */
  | "stream"
  | "socket"
  /** No answer for as long as the recording goes on. */
  | "silence"
  /** The connection was cut before an answer. */
  | "cut"
  /** The browser itself forbade it, or could not reach anybody: no server ever saw it. */
  | "nothing";

const NEVER_SENT =
  /^(?:csp|mixed-content|net::ERR_(?:BLOCKED_BY_\w+|NAME_NOT_RESOLVED|INTERNET_DISCONNECTED|CONNECTION_REFUSED|ADDRESS_UNREACHABLE))$/;
const NO_ANSWER = /^net::ERR_(?:ABORTED|TIMED_OUT|CONNECTION_TIMED_OUT)$/;

export function answerOf({ exchange }: Played): Answer {
  const { channel, status, netError } = exchange;
  if (netError !== null && NEVER_SENT.test(netError)) return "nothing";
  if (!status) {
    if (netError === null || NO_ANSWER.test(netError)) return "silence";
    // After a preflight that failed, the request itself is never sent.
    return netError === "net::ERR_FAILED" || netError === "" ? "nothing" : "cut";
  }
  if (channel === "websocket" && status === 101) return "socket";
  if (channel === "eventsource" && status === 200) return "stream";
  return channel === "http" && netError === "net::ERR_ABORTED" && exchange.responseBody?.text == null
    ? "silence"
    : "http";
}
