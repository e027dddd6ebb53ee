import { carryingBody, messagesIn } from "../../core/body-messages.js";
import type { ProtocolName } from "../../core/connection.js";
import type { Exchange } from "../../core/exchange.js";
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
  const told = new Set<string>();
  let last = "";
  for (const { exchange } of frames) {
    if (exchange !== last) told.add(exchange);
    last = exchange;
  }
  return exchanges
    .filter(({ id }) => !told.has(id))
    .flatMap((exchange) => [...framesOf(protocol, exchange, "sent"), ...framesOf(protocol, exchange, "received")]);
}

function framesOf(protocol: ProtocolName, exchange: Exchange, direction: FrameEvent["direction"]): FrameEvent[] {
  const body = carryingBody(protocol, exchange, direction);
  if (!body) return [];
  const { id, startedAt, endedAt } = exchange;
  const at = direction === "sent" ? startedAt : (endedAt ?? startedAt);
  const contents = messagesIn(protocol, exchange, body)?.map(asContent) ?? [body];
  return contents.map((payload) => ({ kind: "frame", id, at, exchange: id, direction, payload }));
}

function asContent(text: string): Content {
  return { text, encoding: "text", bytes: new TextEncoder().encode(text).length };
}
