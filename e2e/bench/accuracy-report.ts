import type { Confidence } from "../../src/core/diagnosis.js";
import { isNearHit, isRight, type Scored } from "./score.js";

/** The printed report, line by line; the first line is the one that counts. */
export function accuracyReport(scored: readonly Scored[]): string[] {
  const counted = scored.filter(({ label }) => label.kind === "error-text" && label.decidable);
  const decidable = scored.filter(({ label }) => label.decidable);
  return [
    headline(counted),
    `all: ${headline(scored)}`,
    `decidable: ${headline(decidable)}`,
    `nothing said: ${scored.filter(({ answers }) => answers.length === 0).length} of ${scored.length}`,
    `near hits (first answer is a neighbour): ${scored.filter(isNearHit).length}`,
    "",
    "how often the first answer was right, by its confidence",
    ...calibration(scored),
    "",
    "by protocol",
    ...byProtocol(scored),
    "",
    "misses",
    ...scored.filter((each) => !isRight(each, 1)).map(missLine),
  ];
}

function headline(cases: readonly Scored[]): string {
  return `top-1 ${percent(cases, 1)} %, top-3 ${percent(cases, 3)} % (${cases.length} cases)`;
}

function percent(cases: readonly Scored[], among: number): string {
  if (cases.length === 0) return "–";
  return ((100 * cases.filter((each) => isRight(each, among)).length) / cases.length).toFixed(1);
}

function calibration(scored: readonly Scored[]): string[] {
  return (["confirmed", "likely", "possible"] satisfies Confidence[]).map((confidence) => {
    const said = scored.filter(({ answers: [first] }) => first?.confidence === confidence);
    return `  ${confidence.padEnd(9)} ${percent(said, 1).padStart(5)} % of ${said.length}`;
  });
}

function byProtocol(scored: readonly Scored[]): string[] {
  const stacks = [...new Set(scored.map(({ symptom }) => symptom.stack))].sort();
  return stacks.map((stack) => {
    const cases = scored.filter(({ symptom }) => symptom.stack === stack);
    return `  ${stack.padEnd(10)} ${headline(cases)}`;
  });
}

function missLine(each: Scored): string {
  const { symptom, label, answers } = each;
  const said = answers.slice(0, 3).map(({ cause, confidence }) => `${cause} (${confidence})`);
  const mark = isNearHit(each) ? "near" : isRight(each, 3) ? "top-3" : "miss";
  return `  ${mark.padEnd(5)} ${symptom.id} [${label.kind}${label.decidable ? "" : ", undecidable"}] ${label.root_cause} ← ${said.join(", ") || "nothing"}`;
}
