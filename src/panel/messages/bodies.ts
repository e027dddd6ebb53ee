import type { ProtocolName } from "../../core/connection.js";
import { decodedText, type Exchange, isSuccess } from "../../core/exchange.js";
import { splitPayload, unwrapJsonp } from "../../core/protocols/engine-io-packets.js";
import type { Content, FrameEvent } from "../../core/traffic.js";

/**
 * What long polling and server-sent events carried in bodies, as if each message had been a frame: its id is its request's,
 * so that both lead to the same place. Requests whose messages were told of by themselves are left out.
 */
export function framesOfBodies(
  protocol: ProtocolName,
  exchanges: readonly Exchange[],
  frames: readonly FrameEvent[],
): FrameEvent[] {
  const told = new Set(frames.map(({ exchange }) => exchange));
  return exchanges
    .filter((exchange) => !told.has(exchange.id) && carries(protocol, exchange))
    .flatMap((exchange) => [
      ...framesOf(protocol, exchange, "sent"),
      ...(isSuccess(exchange) ? framesOf(protocol, exchange, "received") : []),
    ]);
}

/** Sockets have frames of their own; a negotiation is no message. */
function carries(protocol: ProtocolName, { channel, address }: Exchange): boolean {
  if (channel !== "http" && channel !== "eventsource") return false;
  return protocol !== "signalr" || !address.path.endsWith("/negotiate");
}

function framesOf(protocol: ProtocolName, exchange: Exchange, direction: FrameEvent["direction"]): FrameEvent[] {
  const isSent = direction === "sent";
  const body = isSent ? exchange.requestBody : exchange.responseBody;
  // Engine.IO answers a message that was posted with "ok", SignalR with nothing.
  if (!body?.text || (!isSent && exchange.method === "POST")) return [];
  const at = isSent ? exchange.startedAt : (exchange.endedAt ?? exchange.startedAt);
  return contentsOf(protocol, exchange, body).map((payload) => ({
    kind: "frame",
    id: exchange.id,
    at,
    exchange: exchange.id,
    direction,
    payload,
  }));
}

function contentsOf(protocol: ProtocolName, exchange: Exchange, body: Content): Content[] {
  const text = decodedText(body);
  if (text === null) return [body];
  if (protocol === "engine-io") return splitPayload(unwrapJsonp(text) ?? "").map(asContent);
  if (isEventStream(exchange, text)) return dataOf(text).map(asContent);
  // SignalR's MessagePack has no separator, and stays the bytes that it is.
  return [text.includes("\u001e") ? asContent(text) : body];
}

function asContent(text: string): Content {
  return { text, encoding: "text", bytes: new TextEncoder().encode(text).length };
}

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
