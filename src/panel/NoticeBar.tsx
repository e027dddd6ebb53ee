import { useState } from "preact/hooks";
import type { Notice } from "./notice.js";
import { words } from "./words.js";

/** Stays in the page while empty: a live region that appears together with its text is not read out. */
export function NoticeBar({ notice }: { notice: Notice | null }) {
  const [dismissed, setDismissed] = useState<Notice | null>(null);
  const shown = notice === dismissed ? null : notice;
  return (
    <div class="notice-region" role="status" data-testid="notice" data-tone={shown?.tone}>
      {shown && (
        <div class="notice" data-tone={shown.tone}>
          <span class="notice-text">{shown.text}</span>
          <button type="button" class="link" onClick={() => setDismissed(shown)}>
            {words.dismiss}
          </button>
        </div>
      )}
    </div>
  );
}
