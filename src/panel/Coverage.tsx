import type { Analysis } from "../core/analysis.js";
import type { Missed } from "./recording.js";
import { words } from "./words.js";

interface CoverageProps {
  summary: Analysis["summary"];
  missed: Missed;
  onOthers: () => void;
}

/** Hooks: each blind spot has `data-not-seen`, each kind of loss `data-missed`. */
export function Coverage({ summary, missed, onOthers }: CoverageProps) {
  const { notSeen, otherRequests } = summary;
  const losses = (["frames", "others", "connections", "inPages"] as const).filter((each) => missed[each] > 0);
  const count = notSeen.length + losses.length;
  return (
    <footer class="coverage" data-testid="coverage">
      <details>
        <summary>
          {count === 0 ? words.coverageAll : words.coverage}
          {count > 0 && <span class="count">{count}</span>}
        </summary>
        <div class="coverage-body">
          {count === 0 && <p>{words.coverageNothing}</p>}
          <ul>
            {notSeen.map((each) => (
              <li key={each} data-not-seen={each}>
                {words.notSeen[each]}
              </li>
            ))}
          </ul>
          {losses.length > 0 && <h3>{words.missed.title}</h3>}
          <ul>
            {losses.map((each) => (
              <li key={each} data-missed={each} data-count={missed[each]}>
                {words.missed[each](missed[each])}
              </li>
            ))}
          </ul>
          <p>{words.coverageUnknown}</p>
        </div>
      </details>
      <button
        type="button"
        class="link other-requests"
        aria-haspopup="dialog"
        title={words.others.hint}
        onClick={onOthers}
        data-testid="others"
      >
        {words.otherRequests(otherRequests)}
      </button>
    </footer>
  );
}
