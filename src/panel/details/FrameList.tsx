import { useState } from "preact/hooks";
import type { FrameEvent } from "../../core/traffic.js";
import { words } from "../words.js";
import { FrameRow } from "./FrameRow.js";

const LATEST = 100;

/** Messages of one socket, oldest first; of many, the last, which are nearest to the trouble. */
export function FrameList({ frames, startedAt }: { frames: readonly FrameEvent[]; startedAt: number }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? frames : frames.slice(-LATEST);
  return (
    <section class="details-part">
      <h4>{words.frames}</h4>
      {frames.length === 0 && <p class="muted">{words.notObserved}</p>}
      {shown.length < frames.length && (
        <p class="muted">
          {words.latestFrames(shown.length, frames.length)}{" "}
          <button type="button" class="link" onClick={() => setWhole(true)}>
            {words.showAllFrames}
          </button>
        </p>
      )}
      <ol class="frames">
        {shown.map((frame) => (
          <FrameRow key={frame.id} frame={frame} startedAt={startedAt} />
        ))}
      </ol>
    </section>
  );
}
