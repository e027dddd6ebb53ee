import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { saveExport } from "./export.js";
import { missing } from "./lab/requirements.js";
import { loadScenarios } from "./lab/scenarios.js";
import { runScenario, startWatch } from "./walk.js";

/**
 * `npm run record`: what the .NET scenarios send, as the panel exports it, one HAR a scenario in `e2e/captures/`. A machine
 * without .NET diagnoses what the real server sent from these. Names as arguments record those scenarios alone.
 */
const CAPTURES = resolve("e2e/captures");

const wanted = process.argv.slice(2);
const all = (await loadScenarios()).filter(({ needs }) => needs === "dotnet");
const scenarios = wanted.length === 0 ? all : all.filter(({ name }) => wanted.includes(name));
const reason = missing({ needs: "dotnet" });
if (reason) throw new Error(`nothing can be recorded here: ${reason}`);
await mkdir(CAPTURES, { recursive: true });
const names = new Set(all.map(({ name }) => `${name}.har`));
for (const old of await readdir(CAPTURES)) if (!names.has(old)) await rm(join(CAPTURES, old));

for (const scenario of scenarios) {
  const watch = await startWatch(true);
  const folder = await mkdtemp(join(tmpdir(), "handshake-triage-"));
  try {
    const { problems } = await runScenario(watch, scenario);
    if (problems.length > 0) throw new Error(`${scenario.name}: ${problems.join("; ")}`);
    const name = await saveExport(watch.browser, watch.panel, "har", folder);
    await rename(join(folder, name), join(CAPTURES, `${scenario.name}.har`));
    console.log(`${scenario.name}.har`);
  } finally {
    await watch.browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}
