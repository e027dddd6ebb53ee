import { type Analysis, createAnalysis } from "../core/analysis.js";
import { type Exchange, mergeExchange, newExchange } from "../core/exchange.js";
import type { Knowledge } from "../core/knowledge.js";
import type { CloseEvent, FrameEvent, TrafficEvent } from "../core/traffic.js";
import type { Witness } from "./witness.js";

/** What the panel holds: every event once, its analysis, and each request and message by its id. */
export interface Recording {
  take(events: readonly TrafficEvent[]): void;
  read(): Analysis;
  events(): readonly TrafficEvent[];
  /** The request or message that an evidence line names; null when it is not (or no longer) recorded. */
  lookUp(id: string): Witness | null;
}

export function createRecording(knowledge: Knowledge): Recording {
  const analysis = createAnalysis(knowledge);
  const events: TrafficEvent[] = [];
  const seen = new Set<string>();
  const exchanges = new Map<string, Exchange>();
  const frames = new Map<string, FrameEvent>();
  const closes = new Map<string, CloseEvent>();
  const closeOf = new Map<string, CloseEvent>();
  const framesOf = new Map<string, FrameEvent[]>();

  function index(event: TrafficEvent): void {
    if (event.kind === "exchange") {
      const known = exchanges.get(event.exchange);
      if (known) mergeExchange(known, event);
      else exchanges.set(event.exchange, newExchange(event));
    }
    if (event.kind === "close") {
      closes.set(event.id, event);
      closeOf.set(event.exchange, event);
      const closed = exchanges.get(event.exchange);
      if (closed) closed.endedAt ??= event.at;
    }
    if (event.kind === "frame") {
      frames.set(event.id, event);
      const list = framesOf.get(event.exchange);
      if (list) list.push(event);
      else framesOf.set(event.exchange, [event]);
    }
  }

  function take(batch: readonly TrafficEvent[]): void {
    for (const event of batch) {
      if (seen.has(event.id)) continue;
      seen.add(event.id);
      for (const taken of analysis.take(event)) {
        if (taken.kind !== "tick") events.push(taken);
        index(taken);
      }
    }
  }

  function lookUp(id: string): Witness | null {
    const message = frames.get(id) ?? closes.get(id);
    const exchange = exchanges.get(message?.exchange ?? id);
    if (!exchange) return null;
    if (!message) return { kind: "exchange", exchange, frames: framesOf.get(id) ?? [], close: closeOf.get(id) ?? null };
    return message.kind === "frame"
      ? { kind: "frame", frame: message, exchange }
      : { kind: "close", close: message, exchange };
  }

  return { take, read: analysis.read, events: () => events, lookUp };
}
