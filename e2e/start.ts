import { mkdir, readdir, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { saveExport } from "./export.js";
import { missing } from "./lab/requirements.js";
import { loadScenarios } from "./lab/scenarios.js";
import type { SeenCard } from "./triage-panel.js";
import { runScenario, startWatch, type Watch } from "./walk.js";

/** `npm start`: watches real servers fail real clients in a real browser, and prints what the panel says of it. */
const OUT = resolve("out");
const hasDisplay = process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
console.log(hasDisplay ? "Opening Chromium with the panel…" : "No display: the same goes on headless.");
const watch = await startWatch(!hasDisplay);
console.log(`Chromium ${watch.browser.version}, extension ${watch.browser.extensionId}\n`);
const wrong = await walk(watch);
await writeReports(watch);
if (hasDisplay) await stayOpen(watch);
await watch.browser.close();
process.exitCode = wrong.length > 0 ? 1 : 0;

async function walk(watch: Watch): Promise<string[]> {
  const scenarios = await loadScenarios();
  const wrong: string[] = [];
  let cards = 0;
  let skipped = 0;
  for (const [index, scenario] of scenarios.entries()) {
    const place = `[${index + 1}/${scenarios.length}]`;
    const reason = missing(scenario);
    if (reason) {
      skipped += 1;
      console.log(`${place} skipped: ${scenario.name} (${reason})`);
      continue;
    }
    console.log(`${place} ${scenario.title}`);
    const outcome = await runScenario(watch, scenario);
    cards += outcome.cards.length;
    for (const card of outcome.cards) console.log(`      ${describe(card)}`);
    if (outcome.healthy > 0) console.log(`      ${outcome.healthy} healthy`);
    for (const problem of outcome.problems) console.log(`      NOT AS STATED: ${problem}`);
    if (outcome.problems.length > 0) wrong.push(scenario.name);
  }
  const ran = scenarios.length - skipped;
  console.log(`\n${ran - wrong.length} of ${ran} scenarios as stated, ${cards} cards, ${skipped} skipped`);
  return wrong;
}

function describe({ cause, confidence, phase, status, engineIoCode, occurrences }: SeenCard): string {
  const code = engineIoCode === null ? "" : `, Engine.IO code ${engineIoCode}`;
  return `${cause} (${confidence}) at ${phase}, status ${status ?? "–"}${code}, ×${occurrences}`;
}

async function writeReports({ browser, panel }: Watch): Promise<void> {
  await panel.evaluate(() => document.querySelector<HTMLElement>("[data-card] button[aria-expanded=false]")?.click());
  for (const theme of ["light", "dark"] as const) {
    await panel.theme(theme);
    await panel.waitFor(`document.querySelector(".panel[data-theme=${theme}]") !== null`);
    await panel.screenshot(`${OUT}/panel-${theme}-500.png`, { width: 500, height: 900 });
    await panel.screenshot(`${OUT}/panel-${theme}-1200.png`, { width: 1200, height: 900 });
  }
  for (const format of ["har", "markdown"] as const) await saveExport(browser, panel, format, OUT);
  console.log(`Written to out/: ${(await readdir(OUT)).join(", ")}`);
}

function stayOpen({ browser }: Watch): Promise<void> {
  console.log("The browser stays open for exploring; close it to end.");
  return new Promise((done) => browser.context.once("close", () => done()));
}
