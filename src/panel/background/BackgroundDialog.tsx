import { useEffect, useRef } from "preact/hooks";
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
  const dialog = useRef<HTMLDialogElement | null>(null);
  const before = useRef(notice);
  const closing = useRef<HTMLButtonElement | null>(null);
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    closing.current?.focus(); // Not what restarts the extension: Enter must not do that by chance.
    return () => void setTimeout(() => opener instanceof HTMLElement && opener.focus());
  }, []);
  const { way, isOn, since } = background;
  const text = words.background;
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby="background-title"
      onClose={onClose}
      data-testid="background-dialog"
      data-on={isOn}
    >
      <h2 id="background-title">{text.title}</h2>
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
        <BackgroundRestart isOn={isOn} isEmpty={isEmpty} onExport={onExport} onTurn={onTurn} />
      )}
      <p class="dialog-notice" role="status" data-tone={notice?.tone}>
        {notice !== before.current && notice?.text}
      </p>
      <form method="dialog">
        <button ref={closing} type="submit" data-testid="background-close">
          {text.close}
        </button>
      </form>
    </dialog>
  );
}
