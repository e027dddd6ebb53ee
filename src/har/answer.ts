import { opensSocket } from "../core/opened-socket.js";
import { type HarEntry, readable } from "./entry-shape.js";
import { ABORTED, chromiumWord } from "./net-errors.js";

/** What came back: the status on the wire, and the browser's word for what went wrong. Null is unknown. */
export interface Answer {
  status: number | null;
  netError: string | null;
}

const CLOSED_EARLY = "WebSocket is closed before the connection is established.";
const LEFT = "Page entered Back-Forward Cache.";
const NO_CREDENTIALS = "HTTP Authentication failed; no valid credentials available";
const UNEXPECTED = "Error during WebSocket handshake: Unexpected response code: ";
const NOT_ESTABLISHED = "Error in connection establishment: ";

/** An HTTP answer; a status of 0 always has some error with it, if only an unnamed one. */
export function httpAnswer(entry: HarEntry): Answer {
  const said = statedError(entry);
  const status = entry.response ? (entry.response.status ?? null) : null;
  if (status === null || status > 0) return { status, netError: said };
  return { status: 0, netError: said ?? (entry._unknown ? null : "") };
}

/**
 * A WebSocket's answer. Chromium keeps the status of a refused handshake in a message of type `error` alone, in words
 * (content/browser and net/websockets of Chromium); an empty one means that another extension hides them.
 */
export function socketAnswer(entry: HarEntry): Answer {
  const messages = readable(entry._webSocketMessages);
  const error = messages.findLast(({ type }) => type === "error");
  const isGranted = opensSocket(entry.response?.status ?? 0, entry.response?.httpVersion ?? "");
  const wasOpen = isGranted || messages.some(({ type }) => type === "send" || type === "receive");
  const status = wasOpen ? 101 : Math.max(0, entry.response?.status ?? 0);
  const said = statedError(entry);
  if (!error) return withoutMessage(entry, status, said);
  // The page was left and kept aside, which ends its sockets: nothing failed.
  if (error.data === LEFT) return wasOpen ? { status, netError: null } : { status, netError: ABORTED };
  const answer = wasOpen ? { status, netError: netErrorIn(error.data ?? "") } : refusal(error.data ?? "", status);
  return entry._unknown ? { ...answer, netError: answer.netError ?? said } : answer;
}

function withoutMessage(entry: HarEntry, status: number, said: string | null): Answer {
  if (status > 0 || said !== null || entry._unknown) return { status, netError: said };
  const isStillConnecting = entry._webSocketMessages !== null;
  return isStillConnecting ? { status: null, netError: null } : { status: 0, netError: "" };
}

function refusal(text: string, status: number): Answer {
  if (text === "") return { status: status || null, netError: "" };
  const code = /Unexpected response code: (\d{3})/.exec(text)?.[1];
  if (code) return { status: Number(code), netError: null };
  if (/HTTP Authentication failed/.test(text)) return { status: 401, netError: null };
  if (/closed before the connection is established/.test(text)) return { status, netError: ABORTED };
  return { status, netError: netErrorIn(text) };
}

function netErrorIn(text: string): string {
  return (
    /net::ERR_\w+/.exec(text)?.[0] ?? (text.startsWith(NOT_ESTABLISHED) ? text.slice(NOT_ESTABLISHED.length) : text)
  );
}

/** The words in which Chromium would tell of this answer; null where it has none. */
export function socketErrorText({ status, netError }: Answer): string | null {
  if (status === 101) return netError;
  if (status === 401) return NO_CREDENTIALS;
  if (status !== null && status > 0) return `${UNEXPECTED}${status}`;
  if (netError === null) return null;
  if (netError === "") return status === null ? "" : null;
  if (netError === ABORTED) return CLOSED_EARLY;
  return /^[\w:]+$/.test(netError) ? `${NOT_ESTABLISHED}${netError}` : netError;
}

/** Mixed content has an empty `_error`, which says something, too. */
function statedError(entry: HarEntry): string | null {
  const { response } = entry;
  const said = typeof response?._error === "string" ? response._error : (response?._failureText ?? entry._failureText);
  return said === null ? null : chromiumWord(said);
}
