import { dropOldest } from "./drop-oldest.js";

/** Ids that nothing speaks for yet; any page's `?id=` is one, so only the latest are kept. */
const HELD_IDS = 50;

/** Requests of which an id, or the redirect that led to their URL, may become known: then they are looked at again. */
export interface Held<Entry> {
  hold(entry: Entry, key: string): void;
  release(key: string): readonly Entry[];
  /** What is waited for by those whose first fits. */
  keysOf(fits: (first: Entry) => boolean): readonly string[];
}

export function createHeld<Entry>(): Held<Entry> {
  const held = new Map<string, Entry[]>();
  return {
    hold(entry, key) {
      const entries = held.get(key) ?? [];
      if (!entries.includes(entry)) held.set(key, [...entries, entry]);
      dropOldest(held, HELD_IDS);
    },
    release(key) {
      const entries = held.get(key) ?? [];
      held.delete(key);
      return entries;
    },
    keysOf: (fits) => [...held].filter(([, [first]]) => first !== undefined && fits(first)).map(([key]) => key),
  };
}
