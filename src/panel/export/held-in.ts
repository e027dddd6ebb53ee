import type { TrafficEvent } from "../../core/traffic.js";
import { withoutOthers } from "../../har/owners.js";

/** How much of the traffic a recording takes along: requests of other protocols are no more than counted. */
export function heldIn(events: readonly TrafficEvent[]): { requests: number; messages: number } {
  const requests = new Set<string>();
  let messages = 0;
  for (const event of withoutOthers(events)) {
    if (event.kind === "exchange" && event.url !== "") requests.add(event.exchange);
    if (event.kind === "frame") messages += 1;
  }
  return { requests: requests.size, messages };
}
