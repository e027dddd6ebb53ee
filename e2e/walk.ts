import type { Page } from "playwright";
import { type DevtoolsPanel, openPanel } from "./browser/devtools-panel.js";
import { type LaunchedBrowser, launchWithExtension } from "./browser/launch.js";
import type { TriagePanel, WatchedPage } from "./browser/panel.js";
import { sleep, waitUntil } from "./browser/wait.js";
import { browserFlags } from "./lab/browser-flags.js";
import { createLab } from "./lab/lab.js";
import type { PageScenario } from "./lab/scenario.js";
import { explainAsStated } from "./logs.js";
import { isHealthy, otherThanStated } from "./stated.js";
import { type Hold, takeHold } from "./tab.js";
import { readPanel, type Seen, type SeenCard } from "./triage-panel.js";

/** The longest of the defaults that `npm run soak -- --defaults` waits for are 45 s. */
const DONE_TIMEOUT_MS = 60_000;
/** The slowest thing between a page that is done and the last card: DevTools tells of a socket when it ends. */
const SETTLE_MS = 600;
const LEAVE_AFTER_MS = 300;
const CARDS_TIMEOUT_MS = 8_000;

/** A tab, and our panel open in its DevTools; in any browser. */
export interface Watched {
  page: WatchedPage;
  panel: TriagePanel;
  /** How much longer DevTools may take to tell of what it forgets when the page is left; Firefox's bodies are such. */
  lagMs?: number;
  /** Takes hold of the tab for what a scenario does to it. */
  takeHold(): Promise<Hold>;
}

/** Chromium with the extension, watched. */
export interface Watch extends Watched {
  browser: LaunchedBrowser;
  page: Page;
  panel: DevtoolsPanel;
}

export async function startWatch(headless: boolean): Promise<Watch> {
  const browser = await launchWithExtension({ extensionDir: "dist/chromium", headless, extraArgs: browserFlags() });
  const panel = await openPanel(browser);
  return { browser, page: browser.page, panel, takeHold: () => takeHold(browser.page) };
}

/** What one scenario added to the panel, and where that differs from what it states. */
export interface Outcome {
  cards: SeenCard[];
  healthy: number;
  /** Empty when the panel, and the command line of the server's log, show exactly what the scenario states. */
  problems: string[];
}

type Expected = Pick<PageScenario, "start" | "cards" | "healthy" | "logCards">;

interface Run {
  /** For paths that can be had again. */
  seed?: number;
  /** Is replayed in place of the .NET server. */
  capture?: URL | null;
}

/** Runs a scenario in the watched tab; the cards of earlier ones stay, only what is new is judged. */
export async function runScenario(
  watch: Watched,
  scenario: Expected,
  { seed, capture = null }: Run = {},
): Promise<Outcome> {
  const before = await readPanel(watch.panel);
  const lab = createLab(seed, capture);
  const hold = await watch.takeHold();
  try {
    const { page, meanwhile, log } = await scenario.start(lab);
    await watch.page.goto(page);
    await meanwhile?.(hold.tab);
    await watch.page.waitForSelector("html[data-lab=done]", { timeout: DONE_TIMEOUT_MS, state: "attached" });
    // DevTools drops what it has not told of yet when the page is left.
    await sleep(LEAVE_AFTER_MS);
    const look = async () => compare(newIn(before, await readPanel(watch.panel)), scenario);
    if (watch.lagMs) await asStated(look, watch.lagMs);
    await watch.page.goto("about:blank");
    await asStated(look, CARDS_TIMEOUT_MS);
    await sleep(SETTLE_MS);
    const outcome = await look();
    // A replayed server writes no log.
    if (scenario.logCards && !capture) outcome.problems.push(...explainAsStated(log?.() ?? "", scenario.logCards));
    return outcome;
  } finally {
    await hold.release();
    await lab.stop();
  }
}

/** Waits for what is expected; whoever calls looks again for what is not. */
async function asStated(look: () => Promise<Outcome>, timeout: number): Promise<void> {
  await waitUntil("the cards", async () => (await look()).problems.length === 0, timeout).catch(() => undefined);
}

function newIn(before: Seen, after: Seen): Seen {
  const cards = new Set(before.cards.map(({ id }) => id));
  const connections = new Set(before.connections.map(({ id }) => id));
  return {
    cards: after.cards.filter(({ id }) => !cards.has(id)),
    connections: after.connections.filter(({ id }) => !connections.has(id)),
  };
}

function compare(seen: Seen, scenario: Expected): Outcome {
  const problems = otherThanStated(seen.cards, scenario.cards);
  const healthy = seen.connections.filter(isHealthy).length;
  if (healthy < scenario.healthy) {
    const states = seen.connections.map(({ protocol, transport, state }) => `${protocol} ${transport} ${state}`);
    problems.push(`${healthy} healthy connections of ${states.join(", ") || "none"}; ${scenario.healthy} expected`);
  }
  if (seen.connections.length === 0) problems.push("no connection was recognised at all");
  return { cards: seen.cards, healthy, problems };
}
