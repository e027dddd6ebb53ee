import type { Source } from "./source.js";
import type { FrameEvent } from "./traffic.js";

/** Which messages of one exchange have been told of, whoever told of them. */
export interface MessageCounts {
  /** Is this one new? Each source tells of them in their order and from the first on. */
  accepts(frame: FrameEvent, source: Source): boolean;
}

interface Tally {
  /** Every message before this one was told of, except those that are missing. */
  next: number;
  missing: Set<number>;
  bySource: Map<Source, number>;
}

/** Places that one source left out and another may fill; a source that drops more than these floods. */
const MISSING_KEPT = 10_000;

export function createMessageCounts(): MessageCounts {
  const tallies: Record<FrameEvent["direction"], Tally> = { sent: newTally(), received: newTally() };
  return {
    accepts(frame, source) {
      const tally = tallies[frame.direction];
      const place = frame.nth ?? tally.bySource.get(source) ?? 0;
      tally.bySource.set(source, place + 1);
      if (place < tally.next) return tally.missing.delete(place);
      for (let gap = tally.next; gap < place && tally.missing.size < MISSING_KEPT; gap += 1) tally.missing.add(gap);
      tally.next = place + 1;
      return true;
    },
  };
}

function newTally(): Tally {
  return { next: 0, missing: new Set(), bySource: new Map() };
}
