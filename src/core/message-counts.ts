import { dropOldest } from "./drop-oldest.js";
import type { Source } from "./source.js";
import type { FrameEvent } from "./traffic.js";

/** Which messages of one exchange have been told of, whoever told of them. */
export interface MessageCounts {
  /**
   * The message, where it is new; more of it, where less was told before: the page tap cuts long ones. Null where all of it is
   * known. Each source tells of them in their order and from the first on.
   */
  take(frame: FrameEvent, source: Source): FrameEvent | null;
}

interface Tally {
  /** Every message before this one was told of, except those that are missing. */
  next: number;
  missing: Set<number>;
  bySource: Map<Source, number>;
  /** Messages of which only the beginning was told, by their place. */
  heads: Map<number, Head>;
}

interface Head {
  id: string;
  at: number;
  length: number;
}

/** Places that one source left out and another may fill; a source that drops more than these floods. */
const MISSING_KEPT = 10_000;

/** More long messages than anybody looks at. */
const HEADS_KEPT = 2000;

export function createMessageCounts(): MessageCounts {
  const tallies: Record<FrameEvent["direction"], Tally> = { sent: newTally(), received: newTally() };
  return {
    take(frame, source) {
      const tally = tallies[frame.direction];
      const place = frame.nth ?? tally.bySource.get(source) ?? 0;
      tally.bySource.set(source, place + 1);
      if (place < tally.next && !tally.missing.delete(place)) return moreOf(tally, place, frame);
      if (isHead(frame)) {
        tally.heads.set(place, { id: frame.id, at: frame.at, length: lengthOf(frame) });
        dropOldest(tally.heads, HEADS_KEPT);
      }
      if (place < tally.next) return frame;
      for (let gap = tally.next; gap < place && tally.missing.size < MISSING_KEPT; gap += 1) tally.missing.add(gap);
      tally.next = place + 1;
      return frame;
    },
  };
}

function moreOf({ heads }: Tally, place: number, frame: FrameEvent): FrameEvent | null {
  const head = heads.get(place);
  if (!head || lengthOf(frame) <= head.length) return null;
  if (!isHead(frame)) heads.delete(place);
  return { ...frame, id: head.id, at: head.at, isMore: true };
}

function lengthOf({ payload }: FrameEvent): number {
  return payload.text?.length ?? 0;
}

/** Letters may take more bytes than one: then a whole text is taken for a head, of which there is no more. */
function isHead(frame: FrameEvent): boolean {
  const { encoding, bytes } = frame.payload;
  return bytes !== null && lengthOf(frame) * (encoding === "base64" ? 3 / 4 : 1) < bytes;
}

function newTally(): Tally {
  return { next: 0, missing: new Set(), bySource: new Map(), heads: new Map() };
}
