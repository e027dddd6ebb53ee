import { createLatestIds } from "./latest-ids.js";
import { cutEvent, cutFrame } from "./payload-limit.js";
import { createQueue } from "./queue.js";
import type { FrameEvent, TrafficEvent } from "./traffic.js";

/** What had to go, in events. */
export interface Dropped {
  frames: number;
  /** Requests, closes and whatever else is no message. */
  others: number;
}

/** Each event once, and when room is needed the oldest messages go first. */
export interface EventLog {
  /** Adds what is new and returns it as it was kept: long payloads as size and head. What was kept of a message grows where more comes. */
  add(events: readonly TrafficEvent[]): TrafficEvent[];
  /** In the order in which they came. */
  events(): TrafficEvent[];
  readonly size: Size;
  /** Also what another holder of the same recording had dropped before it came here, once that is written in. */
  readonly dropped: Dropped;
  /** The time of what would go next; null when the log is empty. */
  nextToGo(): { tier: number; at: number } | null;
  /** Drops that one and returns it. */
  drop(): TrafficEvent | null;
}

export interface Size {
  events: number;
  bytes: number;
}

/** A session begins with its first messages and tells with its last why it ended; those stay as long as others can go. */
const FIRST_KEPT = 4;
const LAST_KEPT = 4;

/** Ids of what was dropped, so that another source's repetition does not bring it back. */
const IDS_REMEMBERED = 100_000;

/** The messages of one request in one direction. */
interface Line {
  count: number;
  /** How many of them are in the log. */
  held: number;
  latest: FrameEvent[];
}

export function createEventLog(): EventLog {
  const byId = new Map<string, TrafficEvent>();
  const gone = createLatestIds(IDS_REMEMBERED);
  const lines = new Map<string, Line>();
  /** In the order in which they go: messages amid a session and what was logged, messages at its ends, all else. */
  const tiers = [createQueue<TrafficEvent>(), createQueue<TrafficEvent>(), createQueue<TrafficEvent>()] as const;
  const dropped: Dropped = { frames: 0, others: 0 };
  let bytes = 0;

  function add(events: readonly TrafficEvent[]): TrafficEvent[] {
    const fresh: TrafficEvent[] = [];
    for (const event of events)
      if (event.kind === "frame" && event.isMore) grow(event);
      else if (!byId.has(event.id) && !gone.has(event.id)) fresh.push(keep(cutEvent(event)));
    return fresh;
  }

  function grow(more: FrameEvent): void {
    const frame = byId.get(more.id);
    if (frame?.kind !== "frame") return;
    bytes -= weightOf(frame);
    frame.payload = cutFrame(more).payload;
    bytes += weightOf(frame);
  }

  function keep(event: TrafficEvent): TrafficEvent {
    byId.set(event.id, event);
    bytes += weightOf(event);
    if (event.kind === "frame") line(event);
    else tiers[event.kind === "said" ? 0 : 2].add(event);
    return event;
  }

  function line(frame: FrameEvent): void {
    const key = lineOf(frame);
    const known = lines.get(key) ?? { count: 0, held: 0, latest: [] };
    lines.set(key, known);
    known.count += 1;
    known.held += 1;
    tiers[1].add(frame);
    if (known.count <= FIRST_KEPT) return;
    known.latest.push(frame);
    const older = known.latest.length > LAST_KEPT ? known.latest.shift() : undefined;
    if (older && tiers[1].delete(older)) tiers[0].add(older);
  }

  function nextToGo(): { tier: number; at: number; event: TrafficEvent } | null {
    for (const [tier, queue] of tiers.entries()) {
      const event = queue.first();
      if (event) return { tier, at: event.at, event };
    }
    return null;
  }

  function drop(): TrafficEvent | null {
    const next = nextToGo();
    if (!next) return null;
    const { event, tier } = next;
    tiers[tier]?.delete(event);
    byId.delete(event.id);
    bytes -= weightOf(event);
    gone.add(event.id);
    dropped[event.kind === "frame" ? "frames" : "others"] += 1;
    if (event.kind === "frame") shorten(event);
    return event;
  }

  function shorten(frame: FrameEvent): void {
    const known = lines.get(lineOf(frame));
    if (!known) return;
    known.held -= 1;
    if (known.held === 0) lines.delete(lineOf(frame));
  }

  return {
    add,
    events: () => [...byId.values()],
    get size() {
      return { events: byId.size, bytes };
    },
    dropped,
    nextToGo,
    drop,
  };
}

function lineOf({ direction, exchange }: FrameEvent): string {
  return `${direction} ${exchange}`;
}

/** Field names and ids of a message, as JSON. */
const FRAME_WEIGHT = 250;

/** About what an event takes up as JSON. */
export function weightOf(event: TrafficEvent): number {
  return event.kind === "frame" ? FRAME_WEIGHT + (event.payload.text?.length ?? 0) : JSON.stringify(event).length;
}

/** What DevTools holds of its tab, and what the worker holds of any one tab. */
export const ONE_TAB: Size = { events: 50_000, bytes: 16_000_000 };

export interface BoundedLog {
  add(events: readonly TrafficEvent[]): TrafficEvent[];
  events(): TrafficEvent[];
  readonly dropped: Dropped;
  /** So much had been dropped before the recording came here. */
  noteDropped(before: Dropped): void;
}

/** A log that keeps to its limits itself. `lost` hears of what goes. */
export function createBoundedLog(limit: Size = ONE_TAB, lost: (event: TrafficEvent) => void = () => {}): BoundedLog {
  const log = createEventLog();
  return {
    add(events) {
      const fresh = log.add(events);
      while (isOver(log.size, limit)) {
        const event = log.drop();
        if (!event) break;
        lost(event);
      }
      return fresh;
    },
    events: log.events,
    dropped: log.dropped,
    noteDropped({ frames, others }) {
      log.dropped.frames += frames;
      log.dropped.others += others;
    },
  };
}

export function isOver(size: Size, limit: Size): boolean {
  return size.events > limit.events || size.bytes > limit.bytes;
}
