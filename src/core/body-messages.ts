import type { ProtocolName } from "./connection.js";
import { decodedText, type Exchange, isSuccess } from "./exchange.js";
import { splitPayload, unwrapJsonp } from "./protocols/engine-io-packets.js";
import type { Content, FrameEvent } from "./traffic.js";

type Direction = FrameEvent["direction"];

/** The body of a long poll, a posted message or an event stream; null where it carries no message, or was not observed. */
export function carryingBody(protocol: ProtocolName, exchange: Exchange, direction: Direction): Content | null {
  const { channel, address, method } = exchange;
  if (channel !== "http" && channel !== "eventsource") return null;
  // A negotiation is no message.
  if (protocol === "signalr" && address.path.endsWith("/negotiate")) return null;
  if (direction === "sent") return exchange.requestBody?.text ? exchange.requestBody : null;
  // Engine.IO answers a message that was posted with "ok", SignalR with nothing.
  return method !== "POST" && isSuccess(exchange) && exchange.responseBody?.text ? exchange.responseBody : null;
}

/** The messages in such a body; null where it is a message itself, of bytes. */
export function messagesIn(protocol: ProtocolName, exchange: Exchange, body: Content): readonly string[] | null {
  const text = decodedText(body);
  if (text === null) return null;
  if (protocol === "engine-io") return splitPayload(unwrapJsonp(text) ?? "");
  if (isEventStream(exchange, text)) return dataOf(text);
  // SignalR's MessagePack has no separator, and stays the bytes that it is.
  if (!text.includes(RECORD_SEPARATOR)) return null;
  return text.split(RECORD_SEPARATOR).flatMap((message) => (message ? [message + RECORD_SEPARATOR] : []));
}

const RECORD_SEPARATOR = "\u001e";

function isEventStream({ channel }: Exchange, text: string): boolean {
  return channel === "eventsource" || /^(?:data|event|id|retry)?:/.test(text);
}

/** The data of each event; https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation */
function dataOf(stream: string): string[] {
  return stream.split(/\r?\n\r?\n/).flatMap((event) => {
    const lines = event.split(/\r?\n/).filter((line) => line.startsWith("data:"));
    return lines.length > 0 ? [lines.map((line) => line.slice(5).replace(/^ /, "")).join("\n")] : [];
  });
}
