import { GUIDE_ROWS, type GuideRow } from "./guide-rows.js";
import { type ExpectedCard, hasPage } from "./scenario.js";
import type { NamedScenario } from "./scenarios.js";

interface Verdict {
  isShown: boolean;
  says: string;
}

/**
 * Every row of the guides with the scenarios that show it and what became of them; `problems` holds those that were run.
 * False where a row was shown by none, or by one that went otherwise than stated.
 */
export function printRows(
  scenarios: readonly NamedScenario[],
  problems: ReadonlyMap<NamedScenario, string[]>,
  print: (line: string) => void,
): boolean {
  const rows = Object.keys(GUIDE_ROWS) as GuideRow[];
  const judged = rows.map((row) => ({ row, ...judge(row, scenarios, problems) }));
  for (const { row, isShown, says } of judged) {
    print(`${isShown ? "shown  " : "MISSING"}  ${row.padEnd(36)}  ${GUIDE_ROWS[row]}\n         ${says}`);
  }
  const shown = judged.filter(({ isShown }) => isShown).length;
  print(`\n${shown} of ${rows.length} rows shown`);
  return shown === rows.length;
}

function judge(
  row: GuideRow,
  scenarios: readonly NamedScenario[],
  problems: ReadonlyMap<NamedScenario, string[]>,
): Verdict {
  const showing = scenarios.filter(({ shows }) => shows?.includes(row));
  const found = showing.map((scenario) => verdictOn(scenario, problems.get(scenario) ?? ["not run"]));
  return {
    isShown: found.length > 0 && found.every(({ isShown }) => isShown),
    says: found.map(({ says }) => says).join("\n         ") || "no scenario shows it",
  };
}

function verdictOn(scenario: NamedScenario, problems: readonly string[]): Verdict {
  const isShown = problems.length === 0;
  return { isShown, says: `${scenario.name}: ${isShown ? expectedOf(scenario) : problems.join("; ")}` };
}

function expectedOf(scenario: NamedScenario): string {
  const inPanel = hasPage(scenario) ? `${causesOf(scenario.cards)} in the panel` : "";
  const inLog = scenario.logCards ? `${causesOf(scenario.logCards)} in the log` : "";
  return [inPanel, inLog].filter(Boolean).join(", ");
}

function causesOf(cards: readonly ExpectedCard[]): string {
  return cards.map(({ cause }) => cause).join(", ") || "healthy";
}
