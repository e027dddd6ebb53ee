import type { Confidence } from "../../core/diagnosis.js";
import { words } from "../words.js";

const BARS: Record<Confidence, number> = { possible: 1, likely: 2, confirmed: 3 };

/** Three bars beside the word, to be compared at a glance down the list. */
export function ConfidenceBadge({ confidence }: { confidence: Confidence }) {
  return (
    <span class="badge confidence" data-level={confidence} title={words.confidenceMeans[confidence]}>
      <svg viewBox="0 0 12 10" width="12" height="10" aria-hidden="true">
        {[0, 1, 2].map((bar) => (
          <rect
            key={bar}
            class={bar < BARS[confidence] ? "bar on" : "bar"}
            x={bar * 4 + 0.5}
            y={6 - bar * 3}
            width="3"
            height={4 + bar * 3}
          />
        ))}
      </svg>
      {words.confidence[confidence]}
    </span>
  );
}
