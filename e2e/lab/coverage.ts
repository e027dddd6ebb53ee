import { buildAll } from "../build-all.js";
import { startWatch, type Watch } from "../walk.js";
import { printRows } from "./coverage-rows.js";
import type { NamedScenario } from "./scenarios.js";
import { problemsOf } from "./try.js";

/**
 * Runs the scenarios that show rows of the three official guides, and prints every row with what showed it. Returns
 * whether every row was shown by at least one scenario that went as stated, and by none that did not.
 */
export async function showCoverage(scenarios: NamedScenario[]): Promise<boolean> {
  await buildAll();
  const watch = await startWatch(true);
  try {
    return printRows(scenarios, await runAll(watch, scenarios), console.log);
  } finally {
    await watch.browser.close();
  }
}

/** What went otherwise than stated, of each that shows a row: run just now in the real panel, its log by the command line. */
async function runAll(watch: Watch, scenarios: NamedScenario[]): Promise<Map<NamedScenario, string[]>> {
  const problems = new Map<NamedScenario, string[]>();
  for (const scenario of scenarios) {
    if (scenario.shows?.length) problems.set(scenario, await problemsOf(watch, scenario));
  }
  return problems;
}
