import type { Card, Step } from "../../core/card.js";
import { phaseWords, words } from "../words.js";
import { brokeWords } from "./broke-words.js";
import { Part } from "./Part.js";
import { StepIcon } from "./StepIcon.js";

/** Hooks: each step has `data-step` (its phase) and `data-state` (passed, skipped, broke, not-reached). */
export function Steps({ steps, phase }: Pick<Card, "steps" | "phase">) {
  return (
    <Part name="steps" title={`${words.steps}: ${brokeWords({ steps, phase })}`}>
      <ol class="steps">
        {steps.map((step) => (
          <StepItem key={step.phase} step={step} />
        ))}
      </ol>
    </Part>
  );
}

function StepItem({ step: { phase, state } }: { step: Step }) {
  return (
    <li class="step" data-step={phase} data-state={state} aria-current={state === "broke" ? "step" : undefined}>
      <StepIcon state={state} />
      <span class="step-name">{phaseWords[phase]}</span>
      <span class="step-state">{words.step[state]}</span>
    </li>
  );
}
