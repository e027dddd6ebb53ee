import type { TrafficEvent } from "../core/traffic.js";

/** What one tab's sources have seen, each event once. */
export interface Recording {
  events: TrafficEvent[];
  ids: Set<string>;
}

/** The recordings of all tabs, in memory: a recorder sends its part again when the worker has been stopped. */
export interface Recordings {
  /** Adds what is new and returns it. */
  add(tab: number, events: readonly TrafficEvent[]): TrafficEvent[];
  of(tab: number): readonly TrafficEvent[];
  clear(tab: number): void;
}

export function createRecordings(): Recordings {
  const byTab = new Map<number, Recording>();
  return {
    add(tab, events) {
      const recording = byTab.get(tab) ?? { events: [], ids: new Set() };
      byTab.set(tab, recording);
      const fresh = events.filter(({ id }) => !recording.ids.has(id));
      for (const event of fresh) {
        recording.ids.add(event.id);
        recording.events.push(event);
      }
      return fresh;
    },
    of: (tab) => byTab.get(tab)?.events ?? [],
    clear: (tab) => void byTab.delete(tab),
  };
}
