import type { Page } from "playwright";
import { expect } from "playwright/test";
import type { CdpSession } from "../browser/cdp.js";
import { type DevtoolsPanel, openPanel } from "../browser/devtools-panel.js";
import { evaluateIn } from "../browser/evaluate.js";
import type { LaunchedBrowser } from "../browser/launch.js";
import { targetOf } from "../browser/target.js";
import { sleep, waitUntil } from "../browser/wait.js";
import { tapsAreRegistered } from "../content-scripts.js";
import type { Lab } from "../lab/scenario.js";
import { withLab } from "../panel-steps.js";
import { compare, type Lost } from "./compare.js";
import { recordingOf, tabOf } from "./recorded.js";
import { type ServerLog, serveSoak } from "./server.js";

/** How long a conversation of the soak's page lasts here. */
const LASTS_MS = 1500;

export interface Session {
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
export interface After {
  /** The panel to ask, and the tab to ask for, where they are no longer those of the beginning. */
  panel?: DevtoolsPanel;
  tab?: number;
  /** Nothing runs in the tab any more. */
  isGone?: true;
  unseen?: readonly Unseen[];
}

/** In this time nobody could see what went on in the page, or of it not what is named like this. */
interface Unseen {
  from: number;
  to: number;
  only?: RegExp;
}

/** Runs the page of the soak in a tab of its own, and compares when all is over: nothing is missing that could be seen, and nothing twice. */
export async function counted(
  browser: LaunchedBrowser,
  happens: (session: Session) => Promise<After | undefined>,
): Promise<void> {
  const page = await browser.context.newPage();
  await withLab(async (lab) => {
    const { page: url, log } = await serveSoak(lab, LASTS_MS);
    const panel = await openPanel(browser, page);
    const tab = await tabOf(panel);
    await tapsAreRegistered(browser);
    const session = await browser.cdp.attach(await targetOf(page));
    await page.goto(url);
    const after = (await happens({ browser, lab, page, session, panel, url, log })) ?? {};
    if (!after.isGone) await evaluateIn(session, "stop()");
    // The last conversation goes on until its own end: what is said after a look, that look cannot have found.
    await sleep(2 * LASTS_MS);
    const look = async () => compare(await recordingOf(after.panel ?? panel, after.tab ?? tab), log, true);
    const isLost = (each: Lost) => !wasUnseen(each, after.unseen);
    await waitUntil("everything to be told", async () => !(await look()).lost.some(isLost)).catch(() => undefined);
    const { known, lost, twice } = await look();
    console.log(
      `  ${known} events; of ${lost.length} nobody was watching, ${lost.filter(isLost).length} lost, ${twice.length} twice`,
    );
    expect(lost.filter(isLost)).toEqual([]);
    expect(twice).toEqual([]);
    expect(known - lost.length).toBeGreaterThan(20);
    await (after.panel ?? panel).close();
  });
  await page.close();
}

function wasUnseen({ what, at }: Lost, unseen: readonly Unseen[] = []): boolean {
  return unseen.some(({ from, to, only }) => at >= from && at <= to && (only?.test(what) ?? true));
}
