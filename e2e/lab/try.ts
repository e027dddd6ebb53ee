import { buildAll } from "../build-all.js";
import { runLogScenario } from "../logs.js";
import { runScenario, startWatch, type Watch } from "../walk.js";
import { missing } from "./requirements.js";
import { hasPage } from "./scenario.js";
import type { NamedScenario } from "./scenarios.js";

/**
 * Runs scenarios in the real panel and says where they go otherwise than stated: those that are named, as often as they are
 * named, or all. False where one does.
 */
export async function tryAll(scenarios: NamedScenario[], names: string[]): Promise<boolean> {
  const named = names.flatMap((name) => scenarios.filter((scenario) => scenario.name === name));
  const chosen = names.length === 0 ? scenarios : named;
  await buildAll();
  const watch = await startWatch(true);
  let asStated = 0;
  try {
    for (const scenario of chosen) if (await tryOne(watch, scenario)) asStated += 1;
  } finally {
    await watch.browser.close();
  }
  console.log(`${asStated} of ${chosen.length} as stated`);
  return asStated === chosen.length;
}

async function tryOne(watch: Watch, scenario: NamedScenario): Promise<boolean> {
  const startedAt = Date.now();
  const problems = await problemsOf(watch, scenario);
  const took = `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
  console.log(`${scenario.name}: ${problems.length === 0 ? "as stated" : problems.join("; ")}, ${took}`);
  return problems.length === 0;
}

/** Where it cannot run here, it was not seen to go as stated. */
export async function problemsOf(watch: Watch, scenario: NamedScenario): Promise<string[]> {
  const reason = missing(scenario);
  if (reason) return [`not run (${reason})`];
  return hasPage(scenario) ? (await runScenario(watch, scenario)).problems : runLogScenario(scenario);
}
