import type { Dropped } from "../core/event-log.js";
import type { TrafficEvent } from "../core/traffic.js";

const PREFIX = "recording";

/** A piece of a tab's recording, for the worker that comes next. */
export interface Chunk {
  events: readonly TrafficEvent[];
  /** Left out by a chunk that was written before that was known. */
  dropped?: Dropped;
}

/** Its key in `storage.session`; later pieces have higher numbers. */
export function shelfKey(tab: number, nth: number): string {
  return `${PREFIX}.${tab}.${nth}`;
}

/** A text: a worker that has just started would wait many times longer for the store's objects. */
export function shelved(key: string, chunk: Chunk): Record<string, string> {
  return { [key]: JSON.stringify(chunk) };
}

/** Null for what else is in the store. */
export function chunkAt(key: string, value: unknown): (Chunk & { key: string; tab: number; nth: number }) | null {
  const [prefix, tab, nth] = key.split(".");
  if (prefix !== PREFIX) return null;
  return { key, tab: Number(tab), nth: Number(nth), ...(JSON.parse(String(value)) as Chunk) };
}
