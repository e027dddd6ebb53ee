import type { Content } from "../core/traffic.js";

/** SignalR's, Engine.IO's and Web PubSub's signs of life, which each client sends by its own clock. */
const PING = /^(?:\{"type":6\}|[23]|\{"type":"(?:ping|pong)"\}|\{"type":"sequenceAck".*\})$/;
const RECORD_SEPARATOR = "\u001e";
/** The same in MessagePack: a length, an array, the type. */
const BINARY_PING = "ApEG";

export function isPing({ text, encoding }: Pick<Content, "text" | "encoding">): boolean {
  return encoding === "base64" ? text === BINARY_PING : PING.test((text ?? "").replace(RECORD_SEPARATOR, ""));
}
