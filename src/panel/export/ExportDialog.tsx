import { useEffect, useRef, useState } from "preact/hooks";
import { newSalt } from "../../har/export.js";
import type { Notice } from "../notice.js";
import { words } from "../words.js";
import type { ExportChoice } from "./choice.js";
import { FormatChoice } from "./FormatChoice.js";
import { LevelChoice } from "./LevelChoice.js";
import { OwnNames } from "./OwnNames.js";
import { Preview } from "./Preview.js";
import { type Exporting, usePreview } from "./use-preview.js";

interface ExportDialogProps {
  choice: ExportChoice;
  onChoose: (choice: ExportChoice) => void;
  exporting: Exporting;
  notice: Notice | null;
  onClose: () => void;
}

/** Which file, what goes from it, and every replacement before it is made. */
export function ExportDialog({ choice, onChoose, exporting, notice, onClose }: ExportDialogProps) {
  const dialog = useRef<HTMLDialogElement | null>(null);
  const before = useRef(notice);
  const [salt] = useState(newSalt);
  const preview = usePreview(exporting, choice, salt);
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => void setTimeout(() => opener instanceof HTMLElement && opener.focus());
  }, []);
  const text = words.export;
  return (
    <dialog
      ref={dialog}
      class="dialog export"
      aria-labelledby="export-title"
      onClose={onClose}
      data-testid="export-dialog"
    >
      <h2 id="export-title">{text.title}</h2>
      <FormatChoice choice={choice} onChoose={onChoose} />
      <LevelChoice choice={choice} onChoose={onChoose} />
      {choice.level !== "none" && <OwnNames choice={choice} onChoose={onChoose} fault={preview.fault} />}
      <Preview preview={preview} isRedacted={choice.level !== "none"} />
      <p class="dialog-notice" role="status" data-tone={notice?.tone} data-testid="export-notice">
        {notice !== before.current && notice?.text}
      </p>
      <div class="dialog-actions">
        <button type="button" onClick={() => dialog.current?.close()} data-testid="export-close">
          {text.close}
        </button>
        <button
          type="button"
          class="strong"
          disabled={preview.fault !== null}
          onClick={() => exporting.save(choice, salt)}
          data-testid="export-save"
        >
          {text.save[choice.format]}
        </button>
      </div>
    </dialog>
  );
}
