import type { CardCause } from "../../core/card.js";
import { Markdown } from "../Markdown.js";
import { words } from "../words.js";
import { ConfidenceBadge } from "./ConfidenceBadge.js";
import { EvidenceList } from "./EvidenceList.js";
import { FixTabs } from "./FixTabs.js";
import { Part } from "./Part.js";
import { References } from "./References.js";
import { Reproduce } from "./Reproduce.js";

interface OtherCausesProps {
  /** The runners-up, best first. */
  causes: readonly CardCause[];
  onShow: (events: readonly string[]) => void;
}

/** Hook: each runner-up has `data-other-cause`. */
export function OtherCauses({ causes, onShow }: OtherCausesProps) {
  if (causes.length === 0) return null;
  return (
    <Part name="other-causes" title={words.otherCauses}>
      <ol class="other-causes" start={2}>
        {causes.map((cause) => (
          <li key={cause.entry} data-other-cause={cause.cause} data-confidence={cause.confidence}>
            <details>
              <summary>
                <span class="other-title">{cause.title}</span>
                <ConfidenceBadge confidence={cause.confidence} />
                <span class="muted">{words.fit(cause.score)}</span>
              </summary>
              <div class="other-body">
                <Markdown text={cause.explanation} />
                <EvidenceList cause={cause} onShow={onShow} />
                <FixTabs fixes={cause.fixes} />
                <Reproduce reproduce={cause.reproduce} />
                <References link={cause.link} page={cause.page} />
              </div>
            </details>
          </li>
        ))}
      </ol>
    </Part>
  );
}
