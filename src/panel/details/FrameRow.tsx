import type { FrameEvent } from "../../core/traffic.js";
import { length, size, words } from "../words.js";
import { PayloadText } from "./PayloadText.js";
import { visible } from "./visible.js";

const FIRST_LINE = 200;

/** A message in a line, whole when opened. Hook: `data-frame`, `data-direction`. */
export function FrameRow({ frame, startedAt }: { frame: FrameEvent; startedAt: number }) {
  const { id, direction, at, payload } = frame;
  return (
    <li data-frame={id} data-direction={direction}>
      <details>
        <summary>
          <span class="direction">
            <span aria-hidden="true">{direction === "sent" ? "↑" : "↓"}</span>
            <span class="off-screen">{words[direction]}</span>
          </span>
          <span class="frame-line">{visible(payload.text?.slice(0, FIRST_LINE) ?? "")}</span>
          <span class="muted">{size(payload.bytes, payload.atLeast)}</span>
          <span class="muted">+{length(at - startedAt)}</span>
        </summary>
        <PayloadText content={payload} />
      </details>
    </li>
  );
}
