import type { Card } from "../../core/card.js";
import type { ProtocolName } from "../../core/connection.js";
import type { TrafficEvent } from "../../core/traffic.js";
import type { Recording } from "../recording.js";

/** What was recorded of one endpoint, for a text to be set beside. */
export interface Beside {
  protocol: ProtocolName;
  endpoint: string;
  events: readonly TrafficEvent[];
}

/** Enough to see whether others fared the same; to look one up takes a look at all requests. */
const MOST = 20;

/** The card's connections and the latest others at its endpoint, with all that is of no connection: the page, what cannot be seen. */
export function besideOf(recording: Recording, { id, protocol, endpoint }: Card): Beside {
  const near = recording.read().connections.filter((each) => each.protocol === protocol && each.endpoint === endpoint);
  const own = near.filter(({ card }) => card === id);
  const others = near.filter(({ card }) => card !== id);
  const kept = [...own.slice(-MOST), ...others.slice(-MOST)].map((each) => recording.lookUp(each.id));
  const requests = new Set(
    kept.flatMap((each) => (each?.kind === "connection" ? each.exchanges.map((exchange) => exchange.id) : [])),
  );
  const events = recording.events().filter((event) => !("exchange" in event) || requests.has(event.exchange));
  return { protocol, endpoint, events };
}
