import type { FrameEvent } from "../../core/traffic.js";
import { type Conversation, createConversation } from "./conversation.js";
import type { Reader } from "./decode.js";
import { sliceEnd } from "./slices.js";

/** Reads a connection's frames slice by slice, each once. */
export interface Reading {
  readonly conversation: Conversation;
  /** Whether these are the frames that it knows, perhaps with more after them: what came before one that is read comes too late. */
  goesOnIn(frames: readonly FrameEvent[]): boolean;
  /** Reads the next slice; false once all is read. */
  step(frames: readonly FrameEvent[]): boolean;
}

export function createReading(reader: Reader): Reading {
  const { conversation, add } = createConversation();
  let last: FrameEvent | null = null;
  /** How many frames are read; those that a limit pushed out since stand in the list no more. */
  let place = 0;

  const isLast = (frame: FrameEvent | undefined) =>
    frame === last ||
    (frame !== undefined && frame.id === last?.id && frame.at === last.at && frame.direction === last.direction);

  function goesOnIn(frames: readonly FrameEvent[]): boolean {
    if (last === null || isLast(frames[place - 1])) return true;
    const found = frames.findLastIndex(isLast);
    // One frame may be several messages, and never less than one.
    if (found < 0 || found >= conversation.messages.length) return false;
    place = found + 1;
    return true;
  }

  return {
    conversation,
    goesOnIn,
    step(frames) {
      const end = sliceEnd(place, frames.length, (each) => frames[each]?.payload.text?.length ?? 0);
      const slice = frames.slice(place, end);
      reader.read(slice).forEach(add);
      last = slice.at(-1) ?? last;
      place = end;
      return place < frames.length;
    },
  };
}
