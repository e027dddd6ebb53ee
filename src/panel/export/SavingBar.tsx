import { words } from "../words.js";
import type { Saving } from "./exporting.js";

/** How far an export is, with a way out. Hook: `data-testid="saving"`. */
export function SavingBar({ saving }: { saving: Saving | null }) {
  if (!saving) return null;
  return (
    <p class="saving" data-testid="saving">
      <label>
        {words.saving} <progress value={saving.share} max={1} />
      </label>
      <button type="button" class="link" onClick={saving.cancel} data-testid="cancel-saving">
        {words.sources.cancel}
      </button>
    </p>
  );
}
