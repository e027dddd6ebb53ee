import type { Evidence } from "../../core/diagnosis.js";
import { visible } from "../details/visible.js";
import { InlineMarkdown } from "../Markdown.js";
import { words } from "../words.js";

interface EvidenceLineProps {
  evidence: Evidence;
  onShow: (events: readonly string[]) => void;
  /** Code as it is, rather than a sentence. */
  isCode?: boolean;
}

/** Hook: `data-evidence` holds the ids of the events; a line that rests on no event is no button. */
export function EvidenceLine({ evidence: { text, events }, onShow, isCode = false }: EvidenceLineProps) {
  const said = isCode ? <code>{visible(text)}</code> : <InlineMarkdown text={text} />;
  return (
    <li class="evidence-line">
      {events.length === 0 ? (
        <span>{said}</span>
      ) : (
        <button type="button" onClick={() => onShow(events)} data-evidence={events.join(" ")}>
          <span class="evidence-text">{said}</span>
          <span class="evidence-show">{words.show}</span>
        </button>
      )}
    </li>
  );
}
