import type { Outcome } from "../../core/connection.js";

const MARKS: Record<Outcome["state"], string> = {
  connecting: "M4 8h.01M8 8h.01M12 8h.01",
  open: "m3.5 8.5 3 3 6-7",
  closed: "M4 8h8",
  degraded: "M8 3v6m0 3v.5",
  failed: "m4 4 8 8m0-8-8 8",
};

/** Dots, a tick, a dash, an exclamation mark or a cross. */
export function StateIcon({ state }: { state: Outcome["state"] }) {
  return (
    <svg class="state-icon" viewBox="0 0 16 16" width="12" height="12" aria-hidden="true" data-state={state}>
      <path d={MARKS[state]} />
    </svg>
  );
}
