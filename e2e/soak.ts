import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type DevtoolsPanel, openPanel } from "./browser/devtools-panel.js";
import type { LaunchedBrowser } from "./browser/launch.js";
import { sleep, waitUntil } from "./browser/wait.js";
import { withGranted } from "./browser/with-chromium.js";
import { tapsAreRegistered } from "./content-scripts.js";
import type { Lab } from "./lab/scenario.js";
import { withLab } from "./panel-steps.js";
import { compare } from "./soak/compare.js";
import type { History } from "./soak/history.js";
import { recordingOf, tabOf } from "./soak/recorded.js";
import { serveSoak } from "./soak/server.js";
import { summarise } from "./soak/summary.js";
import { walkDefaults } from "./soak/walk-defaults.js";
import { readPanel } from "./triage-panel.js";

/**
 * `npm run soak`: minutes of capture while the worker is killed every few seconds and the page is loaded anew, every event
 * compared with the servers' own log. One tab has DevTools open, one is recorded in the background only. Ends with 1 when
 * anything was lost or doubled. `--defaults` waits for the servers' own timers instead, each once.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: "string", default: "10" }, defaults: { type: "boolean", default: false } },
});
const minutes = Number(values.minutes);
const RELOAD_EVERY_MS = 20_000;

if (!(minutes > 0)) {
  console.error("npm run soak [-- --minutes 10 | --defaults [NAME…]]");
  process.exit(2);
}
const isClean = await (values.defaults ? walkDefaults(positionals) : inBrowser(soak));
process.exitCode = isClean ? 0 : 1;

async function inBrowser(work: (browser: LaunchedBrowser, lab: Lab) => Promise<boolean>): Promise<boolean> {
  // A build while this runs must not change what runs.
  const copy = await mkdtemp(join(tmpdir(), "handshake-triage-soak-"));
  await cp("dist/chromium", copy, { recursive: true });
  return withGranted((browser) => withLab((lab) => work(browser, lab)), { extensionDir: copy }).finally(() =>
    rm(copy, { recursive: true, force: true }),
  );
}

async function soak(browser: LaunchedBrowser, lab: Lab): Promise<boolean> {
  const inspected = await serveSoak(lab);
  const background = await serveSoak(lab);
  const page = browser.page;
  const panel = await openPanel(browser, page);
  const other = await browser.context.newPage();
  await tapsAreRegistered(browser);
  await page.goto(inspected.page);
  await other.goto(background.page);

  const history = await killWorkers(browser, Date.now() + minutes * 60_000, () => page.reload());
  for (const each of [page, other]) await each.evaluate("stop()");
  // The longest conversation, and what is told late.
  await sleep(10_000);

  const seen = await tabOf(panel);
  const unseen = await tabBeside(browser, seen);
  const results = [
    {
      where: "with DevTools open",
      ...compare(await recordingOf(panel, seen), inspected.log, true),
      onCards: await refusedOn(panel, inspected.log.refused.size),
    },
    {
      where: "in the background",
      ...compare(await recordingOf(panel, unseen), background.log, false),
      onCards: await refusedOn(await openPanel(browser, other), background.log.refused.size),
    },
  ];
  return summarise(minutes, history, results);
}

/** Of the two tabs the one that DevTools is not open on. */
async function tabBeside({ serviceWorker }: LaunchedBrowser, inspected: number): Promise<number> {
  const tabs = await serviceWorker.evaluate<number[]>("chrome.tabs.query({}).then((all) => all.map(({ id }) => id))");
  return tabs.find((tab) => tab !== inspected) ?? -1;
}

async function killWorkers(
  { cdp, extensionId }: LaunchedBrowser,
  until: number,
  reload: () => Promise<unknown>,
): Promise<History> {
  const history: History = { kills: [], leaves: [] };
  let reloadAt = Date.now() + RELOAD_EVERY_MS;
  while (Date.now() < until) {
    await sleep(1500 + Math.random() * 3500);
    const worker = (await cdp.targets()).find(
      ({ type, url }) => type === "service_worker" && url.includes(extensionId),
    );
    if (worker) {
      await cdp.browser.send("Target.closeTarget", { targetId: worker.targetId });
      history.kills.push(Date.now());
    }
    if (Date.now() < reloadAt) continue;
    reloadAt += RELOAD_EVERY_MS;
    await reload();
    history.leaves.push(Date.now());
  }
  return history;
}

/** A panel that has only just opened takes a moment; after it, what it says counts. */
async function refusedOn(panel: DevtoolsPanel, refused: number): Promise<number> {
  const look = async () => {
    const { cards } = await readPanel(panel);
    return cards.filter(({ status }) => status === 403).reduce((sum, { occurrences }) => sum + occurrences, 0);
  };
  await waitUntil("the cards", async () => (await look()) >= refused).catch(() => undefined);
  return look();
}
