import { useEffect, useReducer, useRef } from "preact/hooks";
import type { FrameEvent } from "../../core/traffic.js";
import type { Story } from "../witness.js";
import { createReader, type Reader } from "./decode.js";
import type { Decoded } from "./decoded.js";
import { framesOf, spokenOn } from "./of-story.js";

/** Few enough that the page answers in between. */
const AT_ONCE = 3000;

interface Reading {
  /** What is read, and how: when that changes, all is read anew. */
  of: string;
  reader: Reader;
  last: FrameEvent | null;
  messages: readonly Decoded[];
}

/** The messages of a connection: what came since is read on, and many are read step by step. */
export function useMessages(story: Story): { messages: readonly Decoded[]; isReading: boolean } {
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const kept = useRef<Reading | null>(null);
  const frames = framesOf(story);
  const spoken = spokenOn(story);
  const of = JSON.stringify([story.connection.id, spoken]);
  // What came before a frame that is already read comes too late for its decoder.
  const read = kept.current?.of === of ? placeAfter(frames, kept.current.last, kept.current.messages.length) : null;
  const reading = read === null || !kept.current ? begin(of, createReader(spoken)) : kept.current;
  kept.current = reading;
  const next = frames.slice(read ?? 0, (read ?? 0) + AT_ONCE);
  if (next.length > 0) {
    reading.messages = [...reading.messages, ...reading.reader.read(next)];
    reading.last = next.at(-1) ?? null;
  }
  const isReading = (read ?? 0) + next.length < frames.length;
  useEffect(() => {
    if (!isReading) return;
    const timer = setTimeout(() => drawAgain(undefined));
    return () => clearTimeout(timer);
  });
  return { messages: reading.messages, isReading };
}

function begin(of: string, reader: Reader): Reading {
  return { of, reader, last: null, messages: [] };
}

/** Where to read on; null where the last frame is gone, or others were put before it. */
function placeAfter(frames: readonly FrameEvent[], last: FrameEvent | null, read: number): number | null {
  if (!last) return 0;
  const place = frames.findLastIndex(
    ({ id, at, direction }) => id === last.id && at === last.at && direction === last.direction,
  );
  // One frame may be several messages, and never less than one.
  return place >= 0 && place < read ? place + 1 : null;
}
