import { expect } from "playwright/test";
import { openPanel } from "../browser/devtools-panel.js";
import { evaluateIn } from "../browser/evaluate.js";
import { sleep, waitUntil } from "../browser/wait.js";
import { withChromium } from "../browser/with-chromium.js";
import { tapsAreRegistered } from "../content-scripts.js";
import { test } from "../granted.js";
import { servePage } from "../lab/page.js";
import { notSeen } from "../triage-panel.js";
import { counted } from "./counted.js";
import { tabOf } from "./recorded.js";

/**
 * What may happen to a tab amid its conversations, each counted against the servers' own log: every refused attempt, every
 * socket that opened or was closed, every message, and none of them twice.
 */

/** What a page was about to tell when it was cut off goes with it: a busy machine may hold that up so long. */
const LAST_WORDS_MS = 1000;

/** The requests of a page that is not tapped are seen. */
const NOT_ON_THE_WIRE = /^(?!refused|opened)/;
/** DevTools says nothing of how a socket was closed. */
const CLOSES = /^closed/;

test("the worker is killed at random moments", async ({ granted }) => {
  await counted(granted, async ({ browser }) => {
    for (let kills = 0; kills < 5; kills += 1) {
      await sleep(Math.random() * 1500);
      await browser.serviceWorker.stop();
    }
    return {};
  });
});

test("the page is loaded anew, left for another and come back to, while no worker is there", async ({ granted }) => {
  await counted(granted, async ({ browser, page, lab, url }) => {
    const elsewhere = await servePage(lab, { scripts: [], script: "done();" });
    for (const leave of [() => page.reload(), () => page.goto(elsewhere), () => page.goto(url), () => page.reload()]) {
      await sleep(600);
      await browser.serviceWorker.stop();
      await leave();
    }
    await sleep(1000);
    return {};
  });
});

test("the page crashes: what it had told by then stays, and the next one is recorded", async ({ granted }) => {
  await counted(granted, async ({ page, session, url, log }) => {
    await sleep(3000);
    const crashed = new Promise((resolve) => page.once("crash", resolve));
    const from = Date.now() - LAST_WORDS_MS;
    session.send("Page.crash").catch(() => undefined);
    await crashed;
    const to = Date.now();
    await session.send("Page.navigate", { url });
    await waitUntil("the next page to talk", async () => [...log.opened.values()].some((at) => at > to));
    await sleep(1500);
    return { unseen: [{ from, to }] };
  });
});

test("DevTools is closed and opened again: only what nobody watched is missing, and the panel says so", async ({
  granted,
}) => {
  await counted(granted, async ({ browser, page, panel }) => {
    await sleep(3000);
    await browser.serviceWorker.stop();
    const from = Date.now() - LAST_WORDS_MS;
    await panel.close();
    await sleep(1500);
    const again = await openPanel(browser, page);
    await tapsAreRegistered(browser);
    await page.reload();
    const to = Date.now();
    expect(await notSeen(again)).toContain("before-devtools");
    await sleep(1000);
    return { panel: again, unseen: [{ from, to, only: NOT_ON_THE_WIRE }] };
  });
});

test("the tab is discarded: its recording goes with it, whatever its number is then", async ({ granted }) => {
  await counted(granted, async ({ browser, panel }) => {
    await sleep(3000);
    const tab = await tabOf(panel);
    const from = Date.now() - LAST_WORDS_MS;
    await panel.close();
    const other = await browser.context.newPage();
    await other.bringToFront();
    const discarded = await browser.serviceWorker.evaluate<number>(`chrome.tabs.discard(${tab}).then(({ id }) => id)`);
    await browser.serviceWorker.stop();
    const beside = await openPanel(browser, other);
    return { panel: beside, tab: discarded, isGone: true, unseen: [{ from, to: Date.now() }] };
  });
});

test("the page goes into the back/forward cache and comes back", async () => {
  await withChromium(
    async (browser) => {
      await counted(browser, async ({ page, session, lab }) => {
        await sleep(1500);
        await evaluateIn(session, "addEventListener('pageshow', ({ persisted }) => { window.cameBack = persisted; })");
        await page.goto(await servePage(lab, { scripts: [], script: "done();" }));
        // Playwright's own goBack waits for a load, which such a page does not have.
        await evaluateIn(session, "history.back()");
        await waitUntil("the page to be shown again", () => evaluateIn<boolean>(session, "window.cameBack === true"));
        await sleep(1500);
        return {};
      });
    },
    { backForwardCache: true },
  );
});

test("access to sites is taken away: what DevTools tells goes on, and the panel says what is no longer seen", async () => {
  await withChromium(async (browser) => {
    await counted(browser, async ({ page, panel }) => {
      await sleep(2000);
      const settings = await browser.context.newPage();
      await settings.goto("chrome://extensions/");
      const from = Date.now() - LAST_WORDS_MS;
      await settings.evaluate(
        `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: "${browser.extensionId}", hostAccess: "ON_CLICK" })`,
      );
      await settings.close();
      await waitUntil("the panel to say so", async () => (await notSeen(panel)).includes("page-access"));
      await page.reload();
      const to = Date.now();
      // DevTools tells of a socket, and of its messages, when it ends.
      await sleep(3500);
      expect(await notSeen(panel)).toContain("close-codes");
      return {
        unseen: [
          { from, to },
          { from, to: Number.POSITIVE_INFINITY, only: CLOSES },
        ],
      };
    });
  });
});
