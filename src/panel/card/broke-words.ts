import type { Card } from "../../core/card.js";
import { words } from "../words.js";

/** "broke at step 3 of 5: connect"; a phase that is no step of its protocol is named alone. */
export function brokeWords({ steps, phase }: Pick<Card, "steps" | "phase">): string {
  const place = steps.findIndex((step) => step.state === "broke");
  return place < 0 ? words.brokeBeside(phase) : words.brokeAt(place + 1, steps.length, phase);
}
