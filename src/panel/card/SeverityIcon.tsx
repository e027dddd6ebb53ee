import type { Trouble } from "../../core/connection.js";
import { words } from "../words.js";

/** A disc with a cross, or a triangle: the shape says it, too, for those who see no red. */
export function SeverityIcon({ severity }: { severity: Trouble["severity"] }) {
  return (
    <span class="severity" data-level={severity}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        {severity === "error" ? <circle cx="8" cy="8" r="7" /> : <path d="M8 1 15.5 14.5H.5Z" />}
        {severity === "error" ? (
          <path class="mark" d="m5.2 5.2 5.6 5.6m0-5.6-5.6 5.6" />
        ) : (
          <path class="mark" d="M8 5.5v4.2m0 1.6v1.2" />
        )}
      </svg>
      <span class="off-screen">{words.severity[severity]}: </span>
    </span>
  );
}
