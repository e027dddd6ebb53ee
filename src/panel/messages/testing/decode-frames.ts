import type { FrameEvent } from "../../../core/traffic.js";
import { createReader, type Spoken } from "../decode.js";
import type { Decoded } from "../decoded.js";

/** A connection's frames, all at once. */
export function decodeFrames(frames: readonly FrameEvent[], spoken: Spoken): Decoded[] {
  return createReader(spoken).read(frames);
}
