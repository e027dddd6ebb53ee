import { buildAll } from "../build-all.js";
import { startWatch, type Watch } from "../walk.js";
import { GUIDE_ROWS, type GuideRow } from "./guide-rows.js";
import { type ExpectedCard, hasPage } from "./scenario.js";
import type { NamedScenario } from "./scenarios.js";
import { problemsOf } from "./try.js";

/** What became of a row: the scenarios that show it, run just now in the real panel, their logs by the command line. */
interface Verdict {
  isShown: boolean;
  says: string;
}

/**
 * Runs the scenarios that show rows of the three official guides, and prints every row with what showed it. Returns
 * whether every row was shown by at least one scenario that went as stated, and by none that did not.
 */
export async function showCoverage(scenarios: NamedScenario[]): Promise<boolean> {
  await buildAll();
  const watch = await startWatch(true);
  try {
    const verdicts = await runAll(watch, scenarios);
    const rows = Object.keys(GUIDE_ROWS) as GuideRow[];
    const judged = rows.map((row) => ({ row, ...judge(row, scenarios, verdicts) }));
    for (const { row, isShown, says } of judged) {
      console.log(`${isShown ? "shown  " : "MISSING"}  ${row.padEnd(36)}  ${GUIDE_ROWS[row]}\n         ${says}`);
    }
    const shown = judged.filter(({ isShown }) => isShown).length;
    console.log(`\n${shown} of ${rows.length} rows shown`);
    return shown === rows.length;
  } finally {
    await watch.browser.close();
  }
}

async function runAll(watch: Watch, scenarios: NamedScenario[]): Promise<Map<NamedScenario, Verdict>> {
  const verdicts = new Map<NamedScenario, Verdict>();
  for (const scenario of scenarios) {
    if (scenario.shows?.length) verdicts.set(scenario, await runOne(watch, scenario));
  }
  return verdicts;
}

async function runOne(watch: Watch, scenario: NamedScenario): Promise<Verdict> {
  const problems = await problemsOf(watch, scenario);
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

function judge(row: GuideRow, scenarios: NamedScenario[], verdicts: Map<NamedScenario, Verdict>): Verdict {
  const found = scenarios.flatMap((scenario) => (scenario.shows?.includes(row) ? (verdicts.get(scenario) ?? []) : []));
  return {
    isShown: found.length > 0 && found.every(({ isShown }) => isShown),
    says: found.map(({ says }) => says).join("\n         ") || "no scenario shows it",
  };
}
