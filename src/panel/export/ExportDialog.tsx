import { useRef, useState } from "preact/hooks";
import type { Analysis } from "../../core/analysis.js";
import { newSalt } from "../../har/export.js";
import { Dialog } from "../Dialog.js";
import type { Notice } from "../notice.js";
import { words } from "../words.js";
import type { ExportChoice } from "./choice.js";
import type { Exporting, Saving } from "./exporting.js";
import { FormatChoice } from "./FormatChoice.js";
import { LevelChoice } from "./LevelChoice.js";
import { OwnNames } from "./OwnNames.js";
import { Preview } from "./Preview.js";
import { SavingBar } from "./SavingBar.js";
import { usePreview } from "./use-preview.js";

interface ExportDialogProps {
  choice: ExportChoice;
  onChoose: (choice: ExportChoice) => void;
  exporting: Exporting;
  summary: Analysis["summary"];
  saving: Saving | null;
  notice: Notice | null;
  onClose: () => void;
}

/** Which file, what goes from it, and every replacement before it is made. */
export function ExportDialog({ choice, onChoose, exporting, summary, saving, notice, onClose }: ExportDialogProps) {
  const before = useRef(notice);
  const [salt] = useState(newSalt);
  const preview = usePreview(exporting, choice, salt);
  const text = words.export;
  return (
    <Dialog name="export" title={text.title} onClose={onClose}>
      <FormatChoice choice={choice} onChoose={onChoose} />
      <LevelChoice choice={choice} onChoose={onChoose} />
      {choice.level !== "none" && <OwnNames choice={choice} onChoose={onChoose} fault={preview.fault} />}
      <Preview preview={preview} format={choice.format} summary={summary} isRedacted={choice.level !== "none"} />
      <p class="dialog-notice" role="status" data-tone={notice?.tone} data-testid="export-notice">
        {notice !== before.current && notice?.text}
      </p>
      <SavingBar saving={saving} />
      <form method="dialog" class="dialog-actions">
        <button type="submit" data-testid="export-close">
          {text.close}
        </button>
        <button
          type="button"
          class="strong"
          disabled={preview.fault !== null || saving !== null}
          onClick={() => exporting.save(choice, salt)}
          data-testid="export-save"
        >
          {text.save[choice.format]}
        </button>
      </form>
    </Dialog>
  );
}
