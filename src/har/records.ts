import { mergeExchange, newExchange } from "../core/exchange.js";
import type { TrafficEvent } from "../core/traffic.js";
import type { Recorded } from "./write-entry.js";

/** Every exchange by its id. A message may come before the request that it belongs to, and an event may be told twice. */
export function recordsOf(events: readonly TrafficEvent[]): Map<string, Recorded> {
  const records = new Map<string, Recorded>();
  for (const event of events) {
    if (event.kind !== "exchange") continue;
    const known = records.get(event.exchange);
    if (known) mergeExchange(known.exchange, event);
    else records.set(event.exchange, { exchange: newExchange(event), frames: [], close: null });
  }
  const seen = new Set<string>();
  for (const event of events) {
    if ((event.kind !== "frame" && event.kind !== "close") || seen.has(event.id)) continue;
    seen.add(event.id);
    const record = records.get(event.exchange);
    if (event.kind === "frame") record?.frames.push(event);
    else if (record) record.close ??= event;
  }
  return records;
}
