import { createServer } from "node:http";
import type { Page } from "playwright";
import { test as base, expect } from "playwright/test";
import { openPanel } from "./browser/devtools-panel.js";
import type { LaunchedBrowser } from "./browser/launch.js";
import { turnOnAgain } from "./browser/restarted.js";
import { sleep, waitUntil } from "./browser/wait.js";
import { wakeWorker } from "./browser/wake.js";
import { withGranted } from "./browser/with-chromium.js";
import { test } from "./granted.js";
import { listen } from "./lab/lab.js";
import { pageHandler } from "./lab/page.js";
import forbidden from "./lab/scenarios/socket-io-forbidden.js";
import notFound from "./lab/scenarios/socket-io-not-found.js";
import { cardOf, counts, showCards, visit, withLab } from "./panel-steps.js";
import { readPanel } from "./triage-panel.js";

const FORBIDDEN = "connection-refused-by-allow-request";
const NOT_FOUND = "path-mismatch";
const DIALOG = "[data-testid=background-dialog]";

// One browser for all of them: it takes two starts to grant something.
test.describe.configure({ mode: "default" });

test("what failed while DevTools was closed outlives the worker, is counted on the icon, and once in the panel", async ({
  granted: browser,
}) => {
  const page = await browser.context.newPage();
  await withLab(async (lab) => {
    const failing = await forbidden.start(lab);
    await visit({ page }, failing.page);
    await badgeOf(browser, page, "2");
    await browser.serviceWorker.stop();
    await visit({ page }, failing.page);
    await badgeOf(browser, page, "2");
    await browser.serviceWorker.stop();

    const panel = await openPanel(browser, page);
    expect((await cardOf(panel, FORBIDDEN, 4)).status).toBe(403);
    await showCards({ page, panel }, notFound);
    await cardOf(panel, NOT_FOUND, 2);
    await expect.poll(() => counts(panel)).toEqual([`${NOT_FOUND} ×2`, `${FORBIDDEN} ×4`]);
    await badgeOf(browser, page, "2");
    await panel.click("[data-testid=clear]");
    await badgeOf(browser, page, "");
  });
  await page.close();
  expect(browser.collectErrors().all()).toEqual([]);
});

test("a request that was under way when the worker was stopped is told with what had been seen of it", async ({
  granted: browser,
}) => {
  const page = await browser.context.newPage();
  await withLab(async (lab) => {
    let answer: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    let arrived: () => void = () => undefined;
    const onItsWay = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const script = `
fetch("/hub/negotiate?negotiateVersion=1", { method: "POST", headers: { "X-SignalR-User-Agent": "Microsoft SignalR/10.0" } })
  .then(() => done(), () => done());`;
    const pages = pageHandler({ scripts: [], script });
    const origin = await listen(
      lab,
      createServer((request, response) => {
        if (request.method !== "POST") pages(request, response);
        else {
          arrived();
          void asked.then(() => response.writeHead(404).end());
        }
      }),
    );
    const visited = visit({ page }, `${origin}/`);
    await onItsWay;
    await browser.serviceWorker.stop();
    answer();
    await visited;
    const panel = await openPanel(browser, page);
    const card = await waitUntil("the card", async () => (await readPanel(panel)).cards[0]);
    expect(card).toMatchObject({ protocol: "signalr", phase: "negotiate", status: 404, occurrences: 1 });
  });
  await page.close();
});

test("the panel says what turning background recording off brings and loses, by keyboard", async ({
  granted: browser,
}) => {
  const page = await browser.context.newPage();
  const panel = await openPanel(browser, page);
  await panel.waitFor("document.querySelector('[data-testid=background][data-on=true]') !== null");
  await panel.click("[data-testid=background]");
  await panel.waitFor(`document.querySelector('${DIALOG}[open][data-on=true]') !== null`);
  expect(await panel.text(DIALOG)).toMatch(/On since \d\d:\d\d:\d\d[\s\S]*Chromium shows the status[\s\S]*is lost/);
  await panel.waitFor("document.activeElement.dataset.testid === 'background-close'");
  await panel.press("Escape");
  await panel.waitFor(`document.querySelector('${DIALOG}') === null`);
  await panel.waitFor("document.activeElement.dataset.testid === 'background'");
  await page.close();
});

base("a private window is not watched", async () => {
  await withGranted(async (browser) => {
    const settings = await browser.context.newPage();
    await settings.goto("chrome://extensions/");
    const change = `{ extensionId: "${browser.extensionId}", incognitoAccess: true }`;
    await settings.evaluate(`chrome.developerPrivate.updateExtensionConfiguration(${change})`);
    await turnOnAgain(browser);
    await withLab(async (lab) => {
      const failing = await forbidden.start(lab);
      await wakeWorker(browser);
      const create = `chrome.windows.create({ incognito: true, url: ${JSON.stringify(failing.page)} })`;
      const hidden = await browser.serviceWorker.evaluate<number>(`${create}.then(({ tabs }) => tabs[0].id)`);
      // What comes after it in a usual window would have brought it along.
      await sleep(2000);
      await visit({ page: browser.page }, failing.page);
      await badgeOf(browser, browser.page, "2");
      const kept = await browser.serviceWorker.evaluate<string[]>(
        "chrome.storage.session.get(null).then((all) => Object.keys(all).filter((key) => key.startsWith('recording.')))",
      );
      expect(kept).not.toEqual([]);
      expect(kept.filter((key) => key.startsWith(`recording.${hidden}.`))).toEqual([]);
      expect(
        await browser.serviceWorker.evaluate(`chrome.tabs.get(${hidden}).then(({ incognito }) => incognito)`),
      ).toBe(true);
      expect(await browser.serviceWorker.evaluate(`chrome.action.getBadgeText({ tabId: ${hidden} })`)).toBe("");
    });
  });
});

/** The icon's text in this tab. */
async function badgeOf({ serviceWorker }: LaunchedBrowser, page: Page, text: string): Promise<void> {
  await page.bringToFront();
  await waitUntil(`the icon to say "${text}"`, async () => {
    const ask = "chrome.tabs.query({ active: true }).then(([tab]) => chrome.action.getBadgeText({ tabId: tab.id }))";
    return (await serviceWorker.evaluate<string>(ask)) === text;
  });
}
