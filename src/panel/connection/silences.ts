import type { Story } from "../witness.js";
import type { Scale } from "./scale.js";

/** Neither side said anything. */
export interface Silence {
  exchange: string;
  from: number;
  to: number;
}

/** Shorter ones are how applications talk. */
const SHORTEST_MS = 5000;
/** Of the whole; what is narrower cannot be seen. */
const SMALLEST_SHARE = 0.04;
const MOST = 20;

/** The longest stretches of an open socket or stream without any message, also after the last one. */
export function silencesOf(
  { exchanges, frames, closes }: Story,
  { start, end: until }: Pick<Scale, "start" | "end">,
): Silence[] {
  const shortest = Math.max(SHORTEST_MS, (until - start) * SMALLEST_SHARE);
  const found: Silence[] = [];
  for (const { id, endedAt } of exchanges.filter(isStream)) {
    const own = frames.filter(({ exchange }) => exchange === id).map(({ at }) => at);
    const end = closes.find(({ exchange }) => exchange === id)?.at ?? endedAt ?? until;
    const moments = own.length === 0 ? own : [...own, end];
    for (const [place, to] of moments.entries()) {
      const from = moments[place - 1];
      if (from !== undefined && to - from >= shortest) found.push({ exchange: id, from, to });
    }
  }
  return found.sort((one, other) => other.to - other.from - (one.to - one.from)).slice(0, MOST);
}

function isStream({ channel }: Story["exchanges"][number]): boolean {
  return channel === "websocket" || channel === "eventsource";
}
