import { dropOldest } from "./drop-oldest.js";
import type { CloseEvent, FrameEvent } from "./traffic.js";

/** A socket that nothing gave away may still show itself by its first messages; more than these are not kept for it. */
export const EARLY_FRAMES = 4;

/** Requests whose messages, or whose end, came before anything else of them. */
const STRAYS_KEPT = 10_000;

/** Messages and closes of requests that nobody has told of yet. What is asked for is no stray any more. */
export interface Strays {
  keepFrame(frame: FrameEvent): void;
  takeFrames(exchange: string): FrameEvent[];
  keepClose(close: CloseEvent): void;
  takeClose(exchange: string): CloseEvent | undefined;
}

export function createStrays(): Strays {
  const frames = new Map<string, FrameEvent[]>();
  const closes = new Map<string, CloseEvent>();
  return {
    keepFrame(frame) {
      const waiting = frames.get(frame.exchange) ?? [];
      if (waiting.length < EARLY_FRAMES) frames.set(frame.exchange, [...waiting, frame]);
      dropOldest(frames, STRAYS_KEPT);
    },
    takeFrames: (exchange) => taken(frames, exchange) ?? [],
    keepClose(close) {
      closes.set(close.exchange, close);
      dropOldest(closes, STRAYS_KEPT);
    },
    takeClose: (exchange) => taken(closes, exchange),
  };
}

function taken<Kept>(kept: Map<string, Kept>, key: string): Kept | undefined {
  const found = kept.get(key);
  kept.delete(key);
  return found;
}
