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

/** A chunk that cannot be read any more says that it is there: nobody knows what it held. */
type FoundChunk = Chunk & { key: string; tab: number; nth: number; isUnreadable: boolean };

/** Null for what else is in the store. */
export function chunkAt(key: string, value: unknown): FoundChunk | null {
  const [prefix, tab, nth] = key.split(".");
  if (prefix !== PREFIX) return null;
  const chunk = readChunk(value);
  return { key, tab: Number(tab), nth: Number(nth), isUnreadable: chunk === null, ...(chunk ?? { events: [] }) };
}

function readChunk(value: unknown): Chunk | null {
  try {
    const chunk = JSON.parse(String(value)) as Chunk;
    return Array.isArray(chunk.events) ? chunk : null;
  } catch (error) {
    console.warn("Handshake Triage: a part of the recording that was kept cannot be read", error);
    return null;
  }
}
