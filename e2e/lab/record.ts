import { cp, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildAll } from "../build-all.js";
import { saveExport } from "../export.js";
import { clearPanel } from "../panel-steps.js";
import { runScenario, startWatch, type Watch } from "../walk.js";
import { doesNeed, missing } from "./requirements.js";
import { hasPage } from "./scenario.js";
import type { NamedPageScenario, NamedScenario } from "./scenarios.js";

const CAPTURES = resolve("e2e/captures");

/**
 * What the .NET scenarios send, as the panel exports it, one HAR a scenario in `e2e/captures/`. A machine without .NET
 * diagnoses what the real server sent from these. With names, only those are recorded anew.
 */
export async function record(scenarios: NamedScenario[], names: string[]): Promise<void> {
  const recorded = scenarios.filter(hasPage).filter((scenario) => doesNeed(scenario, "dotnet"));
  const chosen = names.length === 0 ? recorded : recorded.filter(({ name }) => names.includes(name));
  const reason = missing({ needs: "dotnet" });
  if (reason) throw new Error(`Nothing can be recorded here: ${reason}`);
  await buildAll();
  const folder = await mkdtemp(join(tmpdir(), "handshake-triage-"));
  const watch = await startWatch(true);
  try {
    for (const scenario of chosen) await recordOne(watch, scenario, folder);
    if (names.length === 0) await rm(CAPTURES, { recursive: true, force: true });
    await cp(folder, CAPTURES, { recursive: true });
  } finally {
    await watch.browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function recordOne(watch: Watch, scenario: NamedPageScenario, folder: string): Promise<void> {
  await clearPanel(watch);
  const { problems } = await runScenario(watch, scenario);
  if (problems.length > 0) throw new Error(`${scenario.name}: ${problems.join("; ")}`);
  const exported = await saveExport(watch.browser, watch.panel, "har", folder);
  await rename(join(folder, exported), join(folder, `${scenario.name}.har`));
  console.log(`${scenario.name}.har`);
}
