import { type Exchange, mergeExchange, newExchange } from "../core/exchange.js";
import type { CloseEvent, FrameEvent, TrafficEvent } from "../core/traffic.js";
import type { LookUp } from "./witness.js";

/** Finds a sample's requests and messages by id. */
export function lookUpIn(events: readonly TrafficEvent[]): LookUp {
  const exchanges = new Map<string, Exchange>();
  for (const event of events) {
    if (event.kind !== "exchange") continue;
    const known = exchanges.get(event.exchange);
    if (known) mergeExchange(known, event);
    else exchanges.set(event.exchange, newExchange(event));
  }
  const framesOf = (id: string) =>
    events.filter((each): each is FrameEvent => each.kind === "frame" && each.exchange === id);
  const closeOf = (id: string) =>
    events.find((each): each is CloseEvent => each.kind === "close" && each.exchange === id) ?? null;
  return (id) => {
    const exchange = exchanges.get(id);
    if (exchange) return { kind: "exchange", exchange, frames: framesOf(id), close: closeOf(id) };
    const event = events.find((each) => each.id === id);
    if (event?.kind !== "frame" && event?.kind !== "close") return null;
    const carrier = exchanges.get(event.exchange);
    if (!carrier) return null;
    return event.kind === "frame"
      ? { kind: "frame", frame: event, exchange: carrier }
      : { kind: "close", close: event, exchange: carrier };
  };
}
