import { answerOf } from "./answer.js";
import type { Played } from "./recording.js";

/** SignalR's close message, Socket.IO's disconnect, Web PubSub's farewell: after these the server hangs up. */
const FAREWELL = /^\{"type":7[,}]|^41|"event":"disconnected"/;

/** When the server ended a request, a stream or a socket; null where the page did, or nobody. */
export function endOf(record: Played): number | null {
  const { exchange, close, frames } = record;
  const answer = answerOf(record);
  if (answer === "silence" || answer === "nothing") return null;
  if (answer === "http" || answer === "cut") return exchange.endedAt ?? exchange.startedAt;
  if (close) return close.by === "server" || (close.by === "unknown" && !isOrdinary(close.code)) ? close.at : null;
  if (exchange.netError && exchange.netError !== "net::ERR_ABORTED") return exchange.endedAt;
  const last = frames.at(-1);
  if (last?.direction === "received" && FAREWELL.test(last.payload.text ?? "")) return exchange.endedAt ?? last.at;
  return record.isRetried ? exchange.endedAt : null;
}

function isOrdinary(code: number | null): boolean {
  return code === null || code === 1000 || code === 1001 || code === 1005;
}
