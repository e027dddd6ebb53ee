import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildAll } from "../build-all.js";
import { analyzeFile } from "../command-line.js";
import { saveExport } from "../export.js";
import { clearPanel } from "../panel-steps.js";
import { foundIn, otherThanStated } from "../stated.js";
import { runScenario, startWatch, type Watch } from "../walk.js";
import { missing } from "./requirements.js";
import { hasPage } from "./scenario.js";
import type { NamedPageScenario, NamedScenario } from "./scenarios.js";

const CAPTURES = resolve("e2e/captures");

/**
 * What the scenarios with a page send, as the panel exports it, one HAR a scenario in `e2e/captures/`. A machine without a
 * browser, .NET or nginx diagnoses what the real servers sent from these. With names, only those are recorded anew. One that
 * goes otherwise than stated, or of which the file does not tell the same, keeps the capture that it has; false where there
 * were such.
 */
export async function record(scenarios: NamedScenario[], names: string[]): Promise<boolean> {
  const recorded = scenarios.filter(hasPage);
  const chosen = names.length === 0 ? recorded : recorded.filter(({ name }) => names.includes(name));
  for (const scenario of chosen) {
    const reason = missing(scenario);
    if (reason) throw new Error(`${scenario.name} cannot be recorded here: ${reason}`);
  }
  await buildAll();
  await mkdir(CAPTURES, { recursive: true });
  const watch = await startWatch(true);
  const failed: string[] = [];
  try {
    for (const scenario of chosen) if (!(await recordOne(watch, scenario))) failed.push(scenario.name);
  } finally {
    await watch.browser.close();
  }
  await forget(recorded);
  console.log(`${chosen.length - failed.length} of ${chosen.length} recorded`);
  return failed.length === 0;
}

/** A busy machine may spoil one; what is wrong twice is wrong. */
async function recordOne(watch: Watch, scenario: NamedPageScenario): Promise<boolean> {
  let problems = await problemsOf(watch, scenario);
  if (problems.length > 0) {
    console.error(`${scenario.name} is tried once more: ${problems.join("; ")}`);
    problems = await problemsOf(watch, scenario);
  }
  if (problems.length > 0) console.error(`${scenario.name} is not recorded: ${problems.join("; ")}`);
  else console.log(`${scenario.name}.har`);
  return problems.length === 0;
}

/** One that breaks off keeps the others from nothing. */
async function problemsOf(watch: Watch, scenario: NamedPageScenario): Promise<string[]> {
  try {
    await clearPanel(watch);
    const { problems } = await runScenario(watch, scenario);
    return problems.length > 0 ? problems : await saveCapture(watch, scenario);
  } catch (error) {
    return [String(error)];
  }
}

/** What the panel shows, by its own export, if the command line finds the same in it; else where it does not. */
async function saveCapture({ browser, panel }: Watch, { name, cards }: NamedPageScenario): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "handshake-triage-"));
  try {
    const file = join(folder, await saveExport(browser, panel, "har", folder));
    const problems = otherThanStated(analyzeFile(file).cards.map(foundIn), cards);
    if (problems.length > 0) return problems.map((problem) => `in its capture ${problem}`);
    const har = JSON.parse(await readFile(file, "utf8")) as Har;
    await writeFile(join(CAPTURES, `${name}.har`), oneEntryALine(har));
    return [];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Har {
  log: { entries: unknown[] };
}

/** Half as large as the export, and a change of it can be read. */
function oneEntryALine({ log: { entries, ...log } }: Har): string {
  const head = JSON.stringify({ log: { ...log, entries: [] } });
  const lines = entries.map((entry) => JSON.stringify(entry)).join(",\n");
  return `${head.slice(0, -"]}}".length)}\n${lines}\n]}}\n`;
}

/** Captures of scenarios that are no more. */
async function forget(recorded: readonly NamedPageScenario[]): Promise<void> {
  const known = new Set(recorded.map(({ name }) => `${name}.har`));
  for (const file of await readdir(CAPTURES)) if (!known.has(file)) await rm(join(CAPTURES, file));
}
