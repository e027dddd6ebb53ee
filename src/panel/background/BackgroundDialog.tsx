import { useRef } from "preact/hooks";
import { CloseButton, Dialog } from "../Dialog.js";
import type { Notice } from "../notice.js";
import { words } from "../words.js";
import { BackgroundRestart } from "./BackgroundRestart.js";
import type { Background } from "./state.js";

interface BackgroundDialogProps {
  background: Background;
  notice: Notice | null;
  /** Nothing recorded here, so nothing to export. */
  isEmpty: boolean;
  onExport: () => void;
  onTurn: (on: boolean) => void;
  onClose: () => void;
}

/** What background recording does and costs, and its switch. */
export function BackgroundDialog({ background, notice, isEmpty, onExport, onTurn, onClose }: BackgroundDialogProps) {
  const before = useRef(notice);
  const closing = useRef<HTMLButtonElement>(null); // Not what restarts the extension: Enter must not do that by chance.
  const { way, isOn, since } = background;
  const text = words.background;
  const close = <CloseButton name="background" label={text.close} buttonRef={closing} />;
  return (
    <Dialog name="background" title={text.title} onClose={onClose} first={closing} state={{ "data-on": isOn }}>
      <p class="dialog-state" data-on={isOn}>
        {isOn ? text.isOn(since) : text.isOff}
      </p>
      <p>{text.what}</p>
      {way === "switch" ? (
        <label class="switch">
          <input
            type="checkbox"
            role="switch"
            aria-checked={isOn}
            checked={isOn}
            onChange={(event) => onTurn(event.currentTarget.checked)}
            data-testid="background-switch"
          />
          {text.switch}
        </label>
      ) : (
        <BackgroundRestart isOn={isOn} isEmpty={isEmpty} onExport={onExport} onTurn={onTurn}>
          {close}
        </BackgroundRestart>
      )}
      <p class="dialog-notice" role="status" data-tone={notice?.tone}>
        {notice !== before.current && notice?.text}
      </p>
      {way === "switch" && close}
    </Dialog>
  );
}
