import { visible } from "../details/visible.js";
import { length, size, words } from "../words.js";
import { beginningOf } from "./beginning.js";
import type { Decoded } from "./decoded.js";

interface MessageRowProps {
  message: Decoded;
  place: number;
  /** Pixels from the top of the list. */
  top: number;
  isChosen: boolean;
  /** The stream's items are shown beneath it. */
  isOpen: boolean;
  startedAt: number;
  onChoose: () => void;
}

const LONGEST_LINE = 300;

/** One message in a line. Hooks: `data-message` (the frame's id), `data-kind`, `data-direction`. */
export function MessageRow({ message, place, top, isChosen, isOpen, startedAt, onChoose }: MessageRowProps) {
  const { frame, kind, subject, namespace, error, answers, stream, within, fault } = message;
  const about = subject ?? answers?.subject ?? null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus, and moves by keys
    <div
      id={`message-${place}`}
      class="message-row"
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      style={{ top: `${top}px` }}
      onClick={onChoose}
      data-message={frame.id}
      data-kind={kind}
      data-direction={frame.direction}
      data-error={error !== null}
      data-within={within !== null}
    >
      <span class="direction">
        <span aria-hidden="true">{frame.direction === "sent" ? "↑" : "↓"}</span>
        <span class="off-screen">{words[frame.direction]}</span>
      </span>
      <span class="message-kind">{fault === null ? kind : words.messages.undecoded}</span>
      {namespace && <span class="muted">{namespace}</span>}
      {about && <strong class="message-subject">{about}</strong>}
      <span class="frame-line">{error ?? previewOf(message)}</span>
      {stream && (
        <span class="message-stream" data-error={stream.error !== null} data-items={stream.items}>
          <span aria-hidden="true">{isOpen ? "▾" : "▸"}</span> {words.messages.stream(stream)}
        </span>
      )}
      {answers && <span class="muted">{words.messages.after(length(answers.afterMs))}</span>}
      <span class="muted">{size(frame.payload.bytes, frame.payload.atLeast)}</span>
      <span class="muted">+{length(frame.at - startedAt)}</span>
    </div>
  );
}

function previewOf({ data }: Decoded): string {
  if (data === undefined) return "";
  if (data instanceof Uint8Array) return words.messages.bytes(data.length);
  return visible(typeof data === "string" ? data.slice(0, LONGEST_LINE) : beginningOf(data, LONGEST_LINE));
}
