import { mkdir, readdir, rm } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { sleep } from "./browser/wait.js";
import { saveExport } from "./export.js";
import { missing, standInFor } from "./lab/requirements.js";
import { hasPage } from "./lab/scenario.js";
import { loadScenarios, type NamedScenario } from "./lab/scenarios.js";
import { runLogScenario } from "./logs.js";
import { readPanel, type SeenCard } from "./triage-panel.js";
import { type Outcome, runScenario, startWatch, type Watch } from "./walk.js";

/**
 * `npm start`: watches real servers fail real clients in a real browser, and prints what the panel says of it. It shows what
 * the three official guides name; `--all` shows every scenario. `--url URL` opens that page with the panel instead of the lab.
 * What it writes replaces the folder `out`, or the one that `--out` names.
 */
const hasDisplay = process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Without a display nobody closes the browser, so the page is left after this time. */
const LOOK_MS = 15_000;

const { url, all, out } = readArguments();
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
console.log(hasDisplay ? "Opening Chromium with the panel…" : "No display: the same goes on headless.");
const watch = await startWatch(!hasDisplay);
console.log(`${watch.browser.version}, extension ${watch.browser.extensionId}\n`);
const wrong = url === null ? await walk(watch, all) : await lookAt(watch, url);
await writeReports(watch);
if (hasDisplay) await stayOpen(watch);
await watch.browser.close();
process.exitCode = wrong.length > 0 ? 1 : 0;

interface Asked {
  /** The page that is to be opened instead of the lab's; null for the lab. */
  url: string | null;
  all: boolean;
  /** The folder for pictures and reports, as an absolute path. */
  out: string;
}

function readArguments(): Asked {
  const { values } = parseArgs({
    options: {
      url: { type: "string" },
      all: { type: "boolean", default: false },
      out: { type: "string", default: "out" },
    },
  });
  const { url, all } = values;
  const out = resolve(values.out);
  if (url === undefined) return { url: null, all, out };
  if (/^https?:/.test(url) && URL.canParse(url)) return { url: new URL(url).href, all, out };
  console.error(`"${url}" is no address of a page. For example: npm start -- --url http://localhost:3000/`);
  return process.exit(2);
}

/** Nothing is stated of a page that is not the lab's, so nothing can be other than stated. */
async function lookAt({ page, panel }: Watch, address: string): Promise<string[]> {
  await page.goto(address, { waitUntil: "domcontentloaded" });
  console.log(`Watching ${address} for ${LOOK_MS / 1000} s…`);
  await sleep(LOOK_MS);
  const { cards, connections } = await readPanel(panel);
  for (const card of cards) console.log(`      ${titleOf(card)}: ${describe(card)}`);
  console.log(`Connections recognised: ${connections.length}, cards: ${cards.length}`);
  if (connections.length === 0)
    console.log("Does the page connect by itself, and to SignalR, Socket.IO or Web PubSub?");
  return [];
}

/** The first line says how bad it is. */
function titleOf({ text }: SeenCard): string {
  return text.split("\n")[1] ?? "";
}

async function walk(watch: Watch, isWhole: boolean): Promise<string[]> {
  const scenarios = (await loadScenarios()).filter(({ shows }) => isWhole || shows);
  const wrong: string[] = [];
  let cards = 0;
  let skipped = 0;
  let replayed = 0;
  for (const [index, scenario] of scenarios.entries()) {
    const place = `[${index + 1}/${scenarios.length}]`;
    const reason = missing(scenario);
    const capture = standInFor(scenario);
    if (reason && !capture) {
      skipped += 1;
      console.log(`${place} skipped: ${scenario.name} (${reason})`);
      continue;
    }
    console.log(`${place} ${scenario.title}`);
    if (capture) console.log(`      replayed from e2e/captures/${scenario.name}.har (${reason})`);
    replayed += capture ? 1 : 0;
    const first = await outcomeOf(watch, scenario, capture);
    const outcome = first.problems.length === 0 ? first : await again(watch, scenario, capture, first);
    cards += outcome.cards.length;
    for (const card of outcome.cards) console.log(`      ${describe(card)}`);
    if (outcome.healthy > 0) console.log(`      ${outcome.healthy} healthy`);
    for (const problem of outcome.problems) console.log(`      NOT AS STATED: ${problem}`);
    if (outcome.problems.length > 0) wrong.push(scenario.name);
  }
  const ran = scenarios.length - skipped;
  console.log(
    `\n${ran - wrong.length} of ${ran} scenarios as stated, ${cards} cards, ${replayed} replayed from captures, ${skipped} skipped`,
  );
  return wrong;
}

/** A busy machine may spoil one; what is wrong twice is wrong. */
async function again(
  watch: Watch,
  scenario: NamedScenario,
  capture: URL | null,
  { problems }: Outcome,
): Promise<Outcome> {
  for (const problem of problems) console.log(`      not as stated, so it is run again: ${problem}`);
  return outcomeOf(watch, scenario, capture);
}

/** Where there is no page, the command line explains the log, and only where it does so otherwise than stated is there a word. */
async function outcomeOf(watch: Watch, scenario: NamedScenario, capture: URL | null): Promise<Outcome> {
  if (hasPage(scenario)) return runScenario(watch, scenario, { capture });
  return { cards: [], healthy: scenario.healthy ?? 0, problems: await runLogScenario(scenario) };
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
    await panel.screenshot(`${out}/panel-${theme}-500.png`, { width: 500, height: 900 });
    await panel.screenshot(`${out}/panel-${theme}-1200.png`, { width: 1200, height: 900 });
  }
  // The panel saves nothing where nothing was recorded, as on a page of somebody's own that has yet to connect.
  const hasRecorded = await panel.evaluate(() => document.querySelector("[data-testid=export-har]:enabled") !== null);
  if (hasRecorded) for (const format of ["har", "markdown"] as const) await saveExport(browser, panel, format, out);
  console.log(`Written to ${relative(".", out)}/: ${(await readdir(out)).join(", ")}`);
}

function stayOpen({ browser }: Watch): Promise<void> {
  console.log(
    "The browser stays open, and the panel goes on; what comes now is not in that folder, but in the panel's own export.",
  );
  console.log("Close the browser to end.");
  return new Promise((done) => browser.context.once("close", () => done()));
}
