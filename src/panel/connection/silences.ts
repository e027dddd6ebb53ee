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
  const streams = exchanges.filter(isStream).map(({ id, endedAt }) => ({ id, endedAt, heard: null as number | null }));
  const hear = (stream: (typeof streams)[number], to: number) => {
    const { id, heard } = stream;
    if (heard !== null && to - heard >= shortest) found.push({ exchange: id, from: heard, to });
    stream.heard = to;
  };
  let own = streams[0];
  for (const { exchange, at } of frames) {
    // Those of one request mostly stand together.
    if (own?.id !== exchange) own = streams.find(({ id }) => id === exchange);
    if (own) hear(own, at);
  }
  for (const stream of streams.filter(({ heard }) => heard !== null))
    hear(stream, closes.find(({ exchange }) => exchange === stream.id)?.at ?? stream.endedAt ?? until);
  return found.sort((one, other) => other.to - other.from - (one.to - one.from)).slice(0, MOST);
}

function isStream({ channel }: Story["exchanges"][number]): boolean {
  return channel === "websocket" || channel === "eventsource";
}
