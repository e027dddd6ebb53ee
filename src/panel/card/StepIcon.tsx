import type { Step } from "../../core/card.js";

const MARKS: Record<Step["state"], string> = {
  passed: "m4.5 8.2 2.4 2.4 4.6-5",
  skipped: "M5 4.5 8 8l-3 3.5M8.6 4.5 11.6 8l-3 3.5",
  broke: "m5 5 6 6m0-6-6 6",
  "not-reached": "",
};

/** A tick, two chevrons, a cross or an empty ring: four states without a colour. */
export function StepIcon({ state }: { state: Step["state"] }) {
  return (
    <svg class="step-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <circle cx="8" cy="8" r="7" />
      <path d={MARKS[state]} />
    </svg>
  );
}
