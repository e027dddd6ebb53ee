import { createEventLog, type Dropped, type EventLog, isOver, ONE_TAB, type Size } from "../core/event-log.js";
import type { TrafficEvent } from "../core/traffic.js";

export interface Limits {
  perTab: Size;
  overall: Size;
}

/** What the worker holds in memory. A recorder in an open DevTools holds its own tab's part as well. */
const IN_MEMORY: Limits = {
  perTab: ONE_TAB,
  overall: { events: 100_000, bytes: 48_000_000 },
};

/** The recordings of all tabs, each event once and all of them within the limits. */
export interface Recordings {
  /** Adds what is new and returns it. */
  add(tab: number, events: readonly TrafficEvent[]): TrafficEvent[];
  of(tab: number): readonly TrafficEvent[];
  tabs(): number[];
  /** How much of this tab's recording had to go. */
  dropped(tab: number): Dropped;
  /** Another holder of this tab's recording knows better how much is missing from it. */
  setDropped(tab: number, dropped: Dropped): void;
  size(tab: number): Size;
  /** The browser gave the tab another number. */
  move(from: number, to: number): void;
  clear(tab: number): void;
}

export function createRecordings(limits: Limits = IN_MEMORY): Recordings {
  const byTab = new Map<number, EventLog>();

  function logOf(tab: number): EventLog {
    const log = byTab.get(tab) ?? createEventLog();
    byTab.set(tab, log);
    return log;
  }

  function add(tab: number, events: readonly TrafficEvent[]): TrafficEvent[] {
    const log = logOf(tab);
    const fresh = log.add(events);
    while (isOver(log.size, limits.perTab) && log.drop());
    while (isOver(total(), limits.overall) && nextToLose()?.drop());
    return fresh;
  }

  function total(): Size {
    const sum = { events: 0, bytes: 0 };
    for (const { size } of byTab.values()) {
      sum.events += size.events;
      sum.bytes += size.bytes;
    }
    return sum;
  }

  /** Whatever tab it is in: messages before anything else, and the oldest first. */
  function nextToLose(): EventLog | null {
    let first: { log: EventLog; tier: number; at: number } | null = null;
    for (const log of byTab.values()) {
      const next = log.nextToGo();
      if (next && (!first || next.tier < first.tier || (next.tier === first.tier && next.at < first.at)))
        first = { log, ...next };
    }
    return first?.log ?? null;
  }

  return {
    add,
    of: (tab) => byTab.get(tab)?.events() ?? [],
    tabs: () => [...byTab.keys()],
    dropped: (tab) => byTab.get(tab)?.dropped ?? { frames: 0, others: 0 },
    setDropped: (tab, dropped) => void Object.assign(logOf(tab).dropped, dropped),
    size: (tab) => byTab.get(tab)?.size ?? { events: 0, bytes: 0 },
    move(from, to) {
      const log = byTab.get(from);
      if (!log) return;
      byTab.delete(from);
      byTab.set(to, log);
    },
    clear: (tab) => void byTab.delete(tab),
  };
}
