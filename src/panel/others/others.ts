import type { Exchange } from "../../core/exchange.js";
import type { Channel } from "../../core/traffic.js";
import { endpointOf } from "../../core/url.js";

/** A place that was asked and belongs to none of the protocols. */
export interface Other {
  /** Without its query. */
  url: string;
  channel: Channel;
  times: number;
  lastStatus: number | null;
}

const LIKELIEST: readonly Channel[] = ["websocket", "webtransport", "eventsource"];

/** Each place once: sockets and streams before requests, then by how often it was asked. */
export function othersAmong(exchanges: Iterable<Exchange>): Other[] {
  const found = new Map<string, Other>();
  for (const { address, channel, status } of exchanges) {
    if (channel === "preflight") continue;
    const url = endpointOf(address);
    const known = found.get(url) ?? { url, channel, times: 0, lastStatus: null };
    found.set(url, { ...known, times: known.times + 1, lastStatus: status });
  }
  const rank = ({ channel }: Other) => (LIKELIEST.includes(channel) ? 0 : 1);
  return [...found.values()].sort((one, other) => rank(one) - rank(other) || other.times - one.times);
}
