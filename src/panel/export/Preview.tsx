import { useState } from "preact/hooks";
import type { Analysis } from "../../core/analysis.js";
import type { RuleGroup } from "../../report/replacement-list.js";
import { words } from "../words.js";
import type { ExportFormat } from "./choice.js";
import type { PreviewState } from "./use-preview.js";

interface PreviewProps {
  preview: PreviewState;
  format: ExportFormat;
  summary: Analysis["summary"];
  isRedacted: boolean;
}

/** What the file will hold, and every replacement under its rule; or, where nothing is redacted, a warning that names what stays. */
export function Preview({ preview: { level, found, fault }, format, summary, isRedacted }: PreviewProps) {
  const text = words.export;
  const groups = found?.groups;
  const times = groups?.reduce((sum, group) => sum + group.times, 0) ?? 0;
  if (fault !== null) return null;
  return (
    <section
      class="replacements"
      data-testid="export-preview"
      data-level={level}
      data-times={groups ? times : undefined}
    >
      <h3>{text.holds}</h3>
      <p class="muted" data-testid="export-holds">
        {text.findings(summary.cards, summary.connections)}
        {found && (format === "har" || format === "html") && text.traffic(found.requests, found.messages)}
      </p>
      <h3>{isRedacted ? text.replaced : text.stays}</h3>
      <p role="status" class={isRedacted ? "muted" : "export-warning"} data-testid="export-summary">
        {!groups ? text.looking : isRedacted ? text.replacedCount(times) : text.staysCount(times)}
      </p>
      <ul>
        {groups?.map((group) => (
          <Rule key={group.rule} group={group} isRedacted={isRedacted} />
        ))}
      </ul>
    </section>
  );
}

/** Its lines are made when it is opened: a long recording has thousands. */
function Rule({ group: { rule, times, lines }, isRedacted }: { group: RuleGroup; isRedacted: boolean }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)} data-rule={rule}>
        <summary>
          <span class="count">{words.occurrences(times)}</span> {rule}
        </summary>
        {isOpen && (
          <ol class="replacement-lines">
            {lines.map(({ label, place, times: count }) => (
              <li key={`${label} ${place}`}>
                {isRedacted && <code>{label}</code>} {place}
                {count > 1 && ` ${words.occurrences(count)}`}
              </li>
            ))}
          </ol>
        )}
      </details>
    </li>
  );
}
