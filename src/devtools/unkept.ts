import type { TrafficEvent } from "../core/traffic.js";

/** What the worker has not yet put where the next one finds it; only that has to be told again. */
export interface Unkept {
  /** These go to the worker under this number. */
  told(batch: number, events: readonly TrafficEvent[]): void;
  /**
   * Returns the ids of earlier batches that nobody has answered. The worker keeps in the order in which it hears, so those
   * were lost on their way, or the word of them was.
   */
  kept(batch: number): ReadonlySet<string>;
  /** A limit pushed it out here: there is nothing left to tell. */
  forget(event: TrafficEvent): void;
  has(event: TrafficEvent): boolean;
  /** Has the worker kept anything at all? Of a private window it keeps nothing, and nobody may. */
  readonly mayBeKept: boolean;
}

export function createUnkept(): Unkept {
  const ids = new Set<string>();
  const byBatch = new Map<number, string[]>();
  let mayBeKept = false;
  return {
    told(batch, events) {
      const told = events.map(({ id }) => id);
      byBatch.set(batch, told);
      for (const id of told) ids.add(id);
    },
    get mayBeKept() {
      return mayBeKept;
    },
    kept(batch) {
      mayBeKept = true;
      for (const id of byBatch.get(batch) ?? []) ids.delete(id);
      byBatch.delete(batch);
      const unanswered = [...byBatch.keys()].filter((earlier) => earlier < batch);
      const lost = unanswered.flatMap((earlier) => byBatch.get(earlier) ?? []);
      for (const earlier of unanswered) byBatch.delete(earlier);
      return new Set(lost.filter((id) => ids.has(id)));
    },
    forget: ({ id }) => void ids.delete(id),
    has: ({ id }) => ids.has(id),
  };
}
