import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { TrafficEvent } from "../src/core/traffic.js";
import { type DevtoolsPanel, openPanel } from "./browser/devtools-panel.js";
import { launchWithGranted } from "./browser/grant.js";
import type { LaunchedBrowser } from "./browser/launch.js";
import { sleep, waitUntil } from "./browser/wait.js";
import { withLab } from "./panel-steps.js";
import { type Comparison, compare } from "./soak/compare.js";
import { serveSoak } from "./soak/server.js";
import { readPanel } from "./triage-panel.js";

/**
 * `npm run soak`: minutes of capture while the worker is killed every few seconds and the page is loaded anew, every event
 * compared with the servers' own log. One tab has DevTools open, one is recorded in the background only.
 */
const { values } = parseArgs({ options: { minutes: { type: "string", default: "10" } } });
const minutes = Number(values.minutes);
const RELOAD_EVERY_MS = 60_000;

// A build while this runs must not change what runs.
const copy = await mkdtemp(join(tmpdir(), "handshake-triage-soak-"));
await cp("dist/chromium", copy, { recursive: true });
const browser = await launchWithGranted(
  { extensionDir: copy, headless: true, autoOpenDevtools: false },
  { permissions: ["webRequest"], origins: ["<all_urls>"] },
);
try {
  process.exitCode = (await withLab(soak)) ? 0 : 1;
} finally {
  await browser.close();
  await rm(copy, { recursive: true, force: true });
}

async function soak(lab: Parameters<Parameters<typeof withLab>[0]>[0]): Promise<boolean> {
  const inspected = await serveSoak(lab);
  const background = await serveSoak(lab);
  const page = browser.page;
  const panel = await openPanel(browser, { title: "Handshake Triage", page });
  const other = await browser.context.newPage();
  await waitUntil("the tap to be registered", () =>
    browser.serviceWorker.evaluate<boolean>(
      "chrome.scripting.getRegisteredContentScripts().then((all) => all.length === 2)",
    ),
  );
  await page.goto(inspected.page);
  await other.goto(background.page);

  const kills = await killWorkers(browser, Date.now() + minutes * 60_000, () => page.reload());
  for (const each of [page, other]) await each.evaluate("stop()");
  // The longest conversation, and what is told late.
  await sleep(10_000);

  const seen = await tabOf(panel);
  const unseen = await tabBeside(seen);
  console.log(`${minutes} minutes, the worker was killed ${kills} times`);
  const told = [
    tell("with DevTools open", compare(await recordingOf(panel, seen), inspected.log, true)),
    tell("in the background", compare(await recordingOf(panel, unseen), background.log, false)),
    tellCards("with DevTools open", await refusedOn(panel, inspected.log.refused.size), inspected.log.refused.size),
  ];
  const late = await openPanel(browser, { title: "Handshake Triage", page: other });
  const shown = await refusedOn(late, background.log.refused.size);
  return [...told, tellCards("in the background", shown, background.log.refused.size)].every(Boolean);
}

function tabOf(panel: DevtoolsPanel): Promise<number> {
  return panel.evaluate<number>("chrome.devtools.inspectedWindow.tabId");
}

/** Of the two tabs the one that DevTools is not open on. */
async function tabBeside(inspected: number): Promise<number> {
  const tabs = await browser.serviceWorker.evaluate<number[]>(
    "chrome.tabs.query({}).then((all) => all.map(({ id }) => id))",
  );
  return tabs.find((tab) => tab !== inspected) ?? -1;
}

async function killWorkers({ cdp }: LaunchedBrowser, until: number, reload: () => Promise<unknown>): Promise<number> {
  let kills = 0;
  let reloadAt = Date.now() + RELOAD_EVERY_MS;
  while (Date.now() < until) {
    await sleep(1500 + Math.random() * 3500);
    const worker = (await cdp.targets()).find(
      ({ type, url }) => type === "service_worker" && url.includes(browser.extensionId),
    );
    if (worker) {
      await cdp.browser.send("Target.closeTarget", { targetId: worker.targetId });
      kills += 1;
    }
    if (Date.now() < reloadAt) continue;
    reloadAt += RELOAD_EVERY_MS;
    await reload();
    console.log(`${kills} kills so far`);
  }
  return kills;
}

/** What the worker would give to a panel of this tab that opens now. */
function recordingOf(panel: DevtoolsPanel, tab: number): Promise<TrafficEvent[]> {
  return panel.evaluate<TrafficEvent[]>(`new Promise((done) => {
    const events = [];
    const port = chrome.runtime.connect();
    port.onMessage.addListener((message) => {
      if (message.type === "events") events.push(...message.events);
      if (message.type === "missed") { port.disconnect(); done(events); }
    });
    port.postMessage({ type: "hello", room: "panel", tab: ${tab} });
  })`);
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

function tell(where: string, { known, lost, twice }: Comparison): boolean {
  console.log(`${where}: ${known} events, ${lost.length} lost, ${twice.length} twice`);
  for (const each of lost.slice(0, 20)) console.log(`  lost: ${each}`);
  for (const each of twice.slice(0, 20)) console.log(`  twice: ${each}`);
  return known > 0 && lost.length + twice.length === 0;
}

function tellCards(where: string, shown: number, refused: number): boolean {
  console.log(`${where}: ${refused} attempts were refused, the cards say ${shown}`);
  return shown === refused;
}
