import type { Benign } from "../../core/benign.js";
import { Markdown } from "../Markdown.js";
import { words } from "../words.js";

/** What looks like an error and is none, folded. Hooks: `data-testid="benign"`, `data-benign` (the entry). */
export function BenignList({ benign }: { benign: readonly Benign[] }) {
  if (benign.length === 0) return null;
  return (
    <details class="benign" data-testid="benign">
      <summary>{words.benign(benign.length)}</summary>
      <ul>
        {benign.map(({ entry, title, explanation, connections }) => (
          <li key={entry} data-benign={entry}>
            <strong>{title}</strong> <span class="count">{connections}</span>
            <Markdown text={explanation} />
          </li>
        ))}
      </ul>
    </details>
  );
}
