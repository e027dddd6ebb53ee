import type { Analysis } from "../core/analysis.js";
import { words } from "./words.js";

/** Hooks: each blind spot has `data-not-seen`. */
export function Coverage({ summary }: { summary: Analysis["summary"] }) {
  const { notSeen, otherRequests } = summary;
  return (
    <footer class="coverage" data-testid="coverage">
      <details>
        <summary>
          {notSeen.length === 0 ? words.coverageAll : words.coverage}
          {notSeen.length > 0 && <span class="count">{notSeen.length}</span>}
        </summary>
        <div class="coverage-body">
          {notSeen.length === 0 && <p>{words.coverageNothing}</p>}
          <ul>
            {notSeen.map((each) => (
              <li key={each} data-not-seen={each}>
                {words.notSeen[each]}
              </li>
            ))}
          </ul>
          <p>{words.coverageUnknown}</p>
        </div>
      </details>
      {otherRequests > 0 && <span class="other-requests">{words.otherRequests(otherRequests)}</span>}
    </footer>
  );
}
