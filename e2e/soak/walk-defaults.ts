import { missing } from "../lab/requirements.js";
import { loadPageScenarios } from "../lab/scenarios.js";
import { runScenario, startWatch } from "../walk.js";

const FOLDER = new URL("./defaults/", import.meta.url);

/** The servers' and clients' own timers, waited for once each: too long for a walk that everybody takes. True when all is as stated. */
export async function walkDefaults(only: readonly string[]): Promise<boolean> {
  const scenarios = (await loadPageScenarios(FOLDER)).filter(({ name }) => only.length === 0 || only.includes(name));
  const watch = await startWatch(true);
  let asStated = 0;
  let skipped = 0;
  try {
    for (const scenario of scenarios) {
      console.log(`${scenario.name}: ${scenario.title}`);
      const reason = missing(scenario);
      if (reason !== null) {
        skipped += 1;
        console.log(`  skipped: ${reason}`);
        continue;
      }
      const startedAt = Date.now();
      const { cards, healthy, problems } = await runScenario(watch, scenario);
      for (const { cause, phase, confidence } of cards) console.log(`  card: ${cause} (${confidence}) at ${phase}`);
      console.log(`  ${healthy} healthy, after ${Math.round((Date.now() - startedAt) / 1000)} s`);
      for (const problem of problems) console.log(`  NOT AS STATED: ${problem}`);
      if (problems.length === 0) asStated += 1;
    }
  } finally {
    await watch.browser.close();
  }
  console.log(`${asStated} of ${scenarios.length - skipped} defaults as stated, ${skipped} skipped`);
  return asStated > 0 && asStated === scenarios.length - skipped;
}
