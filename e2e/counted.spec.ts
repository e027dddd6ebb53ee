import type { Page } from "playwright";
import { expect } from "playwright/test";
import type { CdpSession } from "./browser/cdp.js";
import { type DevtoolsPanel, openPanel } from "./browser/devtools-panel.js";
import { evaluateIn } from "./browser/evaluate.js";
import type { LaunchedBrowser } from "./browser/launch.js";
import { sleep, waitUntil } from "./browser/wait.js";
import { test } from "./granted.js";
import type { Lab } from "./lab/scenario.js";
import { withLab } from "./panel-steps.js";
import { compare, type Lost } from "./soak/compare.js";
import { recordingOf, tabOf } from "./soak/recorded.js";
import { type ServerLog, serveSoak } from "./soak/server.js";

/**
 * What may happen to a tab amid its conversations, each counted against the servers' own log: every refused attempt, every
 * socket that opened or was closed, every message, and none of them twice.
 */

const TITLE = "Handshake Triage";
const LASTS_MS = 1500;
/** A renderer that dies takes along what has not left it yet; a tap tells of a thing sooner than this. */
const LAST_WORDS_MS = 300;

// One browser for most of them: it takes two starts to grant something.
test.describe.configure({ mode: "default" });
test.slow();

test("the worker is killed at random moments", async ({ granted }) => {
  await counted(granted, async ({ browser }) => {
    for (let kills = 0; kills < 5; kills += 1) {
      await sleep(Math.random() * 1500);
      await browser.serviceWorker.stop();
    }
  });
});

test("the page crashes: what it had told by then stays, and the next one is recorded", async ({ granted }) => {
  await counted(granted, async ({ page, session, url, log }) => {
    await sleep(2000);
    const crashed = new Promise((resolve) => page.once("crash", resolve));
    const from = Date.now() - LAST_WORDS_MS;
    session.send("Page.crash").catch(() => undefined);
    await crashed;
    const to = Date.now();
    await session.send("Page.navigate", { url });
    await waitUntil("the next page to talk", async () => [...log.opened.values()].some((at) => at > to));
    await sleep(1500);
    return { unseen: { from, to } };
  });
});

interface Session {
  browser: LaunchedBrowser;
  lab: Lab;
  page: Page;
  /** The same tab, for what Playwright has no way to do. */
  session: CdpSession;
  panel: DevtoolsPanel;
  url: string;
  log: ServerLog;
}

/** What became of the tab. */
interface After {
  /** In this time nobody could see what went on in the page. */
  unseen: { from: number; to: number };
}

/** Runs the page of the soak in a tab of its own, and compares when all is over. */
async function counted(
  browser: LaunchedBrowser,
  happens: (session: Session) => Promise<After | undefined>,
): Promise<void> {
  const page = await browser.context.newPage();
  await withLab(async (lab) => {
    const { page: url, log } = await serveSoak(lab, LASTS_MS);
    const panel = await openPanel(browser, { title: TITLE, page });
    const tab = await tabOf(panel);
    await tapsAreRegistered(browser);
    const session = await browser.cdp.attach(await targetOf(page));
    await page.goto(url);
    const after = await happens({ browser, lab, page, session, panel, url, log });
    await evaluateIn(session, "stop()");
    const look = async () => compare(await recordingOf(panel, tab), log, true);
    const isLost = ({ at }: Lost) => !after || at < after.unseen.from || at > after.unseen.to;
    await waitUntil("everything to be told", async () => !(await look()).lost.some(isLost)).catch(() => undefined);
    const { known, lost, twice } = await look();
    expect(lost.filter(isLost)).toEqual([]);
    expect(twice).toEqual([]);
    expect(known - lost.length).toBeGreaterThan(20);
    await panel.close();
  });
  await page.close();
}

function tapsAreRegistered({ serviceWorker }: LaunchedBrowser): Promise<boolean> {
  return waitUntil("the tap to be registered", () =>
    serviceWorker.evaluate<boolean>("chrome.scripting.getRegisteredContentScripts().then((all) => all.length === 2)"),
  );
}

async function targetOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send("Target.getTargetInfo");
  await session.detach();
  return targetInfo.targetId;
}
