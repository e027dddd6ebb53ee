import type { Page } from "playwright";
import { expect, test } from "playwright/test";
import type { WebSocket } from "ws";
import { type DevtoolsPanel, openPanel } from "./browser/devtools-panel.js";
import type { LaunchedBrowser, LaunchOptions } from "./browser/launch.js";
import { targetOf } from "./browser/target.js";
import { PATIENCE, sleep, waitUntil } from "./browser/wait.js";
import { wakeWorker } from "./browser/wake.js";
import { withChromium } from "./browser/with-chromium.js";
import { tapsAreRegistered } from "./content-scripts.js";
import { servePage } from "./lab/page.js";
import forbidden from "./lab/scenarios/socket-io-forbidden.js";
import notFound from "./lab/scenarios/socket-io-not-found.js";
import { CONNECTED, HUB, serveSockets } from "./lab/sockets.js";
import { cardOf, counts, showCards, visit, withLab } from "./panel-steps.js";
import { notSeen, readPanel } from "./triage-panel.js";

/** Each in a browser of its own: crashes, discards and withheld access leave traces that the next test should not find. */

const FORBIDDEN = "connection-refused-by-allow-request";
const NOT_FOUND = "path-mismatch";

test("DevTools closed, the worker stopped, DevTools open again: what failed is still there", async () => {
  await inBrowser({}, async ({ browser, page, panel }) => {
    await withLab(async (lab) => {
      const failing = await forbidden.start(lab);
      await visit({ page }, failing.page);
      await cardOf(panel, FORBIDDEN, 2);
      await panel.close();
      await browser.serviceWorker.stop();
      const second = await openPanel(browser, page);
      await cardOf(second, FORBIDDEN, 2);
      await visit({ page }, failing.page);
      await cardOf(second, FORBIDDEN, 4);
      await showCards({ page, panel: second }, notFound);
      await expect.poll(() => counts(second)).toEqual([`${NOT_FOUND} ×2`, `${FORBIDDEN} ×4`]);
    });
  });
});

test("a page that is reloaded, left for another and crashes loses nothing and doubles nothing", async () => {
  await inBrowser({}, async ({ browser, page, panel }) => {
    await withLab(async (lab) => {
      const failing = await forbidden.start(lab);
      await visit({ page }, failing.page);
      await page.reload();
      await page.waitForSelector("html[data-lab=done]", { state: "attached" });
      await cardOf(panel, FORBIDDEN, 4);

      // Playwright has no way back from a crash; the browser has.
      const { send } = await browser.cdp.attach(await targetOf(page));
      send("Page.crash").catch(() => undefined);
      await new Promise((crashed) => page.once("crash", crashed));
      await send("Page.navigate", { url: failing.page });
      await cardOf(panel, FORBIDDEN, 6);
      await send("Page.navigate", { url: (await notFound.start(lab)).page });
      await cardOf(panel, NOT_FOUND, 2);
      await expect.poll(() => counts(panel)).toEqual([`${NOT_FOUND} ×2`, `${FORBIDDEN} ×6`]);
    });
  });
});

test("a tab that the browser discards keeps its recording, also under its new number", async () => {
  await inBrowser({}, async ({ browser, page, panel }) => {
    await withLab(async (lab) => {
      await visit({ page }, (await forbidden.start(lab)).page);
      await cardOf(panel, FORBIDDEN, 2);
      const tab = await panel.evaluate<number>("chrome.devtools.inspectedWindow.tabId");
      await panel.close();
      const other = await browser.context.newPage();
      await other.bringToFront();
      const moved = await browser.serviceWorker.evaluate<number>(`chrome.tabs.discard(${tab}).then(({ id }) => id)`);
      await browser.serviceWorker.stop();
      await wakeWorker(browser);
      const kept = await waitUntil("the recording under its new number", async () => {
        const keys = await browser.serviceWorker.evaluate<string[]>(
          "chrome.storage.session.get(null).then((all) => Object.keys(all))",
        );
        return keys.some((key) => key.startsWith(`recording.${moved}.`)) && keys;
      });
      if (moved !== tab) expect(kept.filter((key) => key.startsWith(`recording.${tab}.`))).toEqual([]);
    });
  });
});

test("a page that comes back out of the back/forward cache is not told twice", async () => {
  await inBrowser({ backForwardCache: true }, async ({ browser, page, panel }) => {
    await withLab(async (lab) => {
      const failing = await forbidden.start(lab);
      await visit({ page }, failing.page);
      await cardOf(panel, FORBIDDEN, 2);
      const session = await browser.context.newCDPSession(page);
      const ask = async (expression: string) => (await session.send("Runtime.evaluate", { expression })).result.value;
      await ask("addEventListener('pageshow', ({ persisted }) => { window.cameBack = persisted; })");
      await page.goto(await servePage(lab, { scripts: [], script: "done();" }));
      // Playwright's own goBack waits for a load, which such a page does not have.
      await ask("history.back()");
      await waitUntil("the page to be shown again", async () => (await ask("window.cameBack")) === true);
      // DevTools tells of a socket when it ends: only the tap, whose port the cache has cut, tells of an open one.
      const origin = await serveSockets(lab, HUB, (socket) => socket.send(CONNECTED));
      await ask(`void new WebSocket("${origin.replace("http", "ws")}${HUB}", "json.webpubsub.azure.v1")`);
      const states = async () => (await readPanel(panel)).connections.map(({ state }) => state);
      await waitUntil("the open socket", async () => (await states()).includes("open"), 5000);
      await expect.poll(() => counts(panel)).toEqual([`${FORBIDDEN} ×2`]);
      expect(await states()).toHaveLength(3);
    });
  });
});

test("access to sites taken away amid a capture: DevTools goes on telling, and the panel says what it no longer sees", async () => {
  await inBrowser({}, async ({ browser, page, panel }) => {
    await withLab(async (lab) => {
      const failing = await forbidden.start(lab);
      await visit({ page }, failing.page);
      await cardOf(panel, FORBIDDEN, 2);
      await waitUntil("the tap to be seen", async () => !(await notSeen(panel)).includes("page-access"));

      const settings = await browser.context.newPage();
      await settings.goto("chrome://extensions/");
      await settings.evaluate(
        `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: "${browser.extensionId}", hostAccess: "ON_CLICK" })`,
      );
      await settings.close();
      await waitUntil("the panel to say so", async () => (await notSeen(panel)).includes("page-access"));
      await visit({ page }, failing.page);
      expect((await cardOf(panel, FORBIDDEN, 4)).status).toBe(403);
      expect(await notSeen(panel)).toEqual(expect.arrayContaining(["close-codes", "page-blocks", "page-access"]));
    });
  });
});

test("more than there is room for: the oldest messages go, the handshake stays, and the panel says how many", async () => {
  test.slow();
  const messages = 16_000;
  await inBrowser({}, async ({ browser, page, panel }) => {
    await withLab(async (lab) => {
      const origin = await serveSockets(lab, HUB, (socket) => flood(socket, messages));
      const script = `
const socket = new WebSocket(${JSON.stringify(origin.replace("http", "ws") + HUB)}, "json.webpubsub.azure.v1");
socket.onclose = () => done();`;
      await page.goto(await servePage(lab, { scripts: [], script }));
      await page.waitForSelector("html[data-lab=done]", { state: "attached", timeout: 30_000 * PATIENCE });
      const received =
        "Number(document.querySelectorAll('[data-connection] td.number')[1]?.textContent.replaceAll(',', ''))";
      await waitUntil(
        "all of them to be counted",
        () => panel.evaluate<boolean>(`${received} === ${messages + 1}`),
        30_000,
      );
      const missed = await waitUntil("what went", () => missedFrames(panel));
      expect(missed).toBeGreaterThan(500);
      expect(missed).toBeLessThan(messages);
      await panel.click("[data-testid=coverage] summary");
      expect(await panel.text("[data-missed=frames]")).toContain("the oldest went first");

      await panel.close();
      const second = await openPanel(browser, page);
      await waitUntil("the connection", async () => (await readPanel(second)).connections.length === 1);
      expect(await waitUntil("what went", () => missedFrames(second))).toBeGreaterThan(500);
    });
  });
});

interface Session {
  browser: LaunchedBrowser;
  page: Page;
  panel: DevtoolsPanel;
}

function inBrowser(options: Partial<LaunchOptions>, work: (session: Session) => Promise<void>): Promise<void> {
  return withChromium(async (browser) => {
    const panel = await openPanel(browser);
    await tapsAreRegistered(browser);
    await work({ browser, page: browser.page, panel });
    const errors = browser.collectErrors().all();
    expect(errors.filter(({ kind }) => kind !== "crash")).toEqual([]);
  }, options);
}

async function missedFrames(panel: DevtoolsPanel): Promise<number | undefined> {
  const count = await panel.evaluate<string>("document.querySelector('[data-missed=frames]')?.dataset.count ?? ''");
  return count === "" ? undefined : Number(count);
}

/** A thousand characters each, some thousand in a second: neither more nor longer ones than a page's tap tells whole of. */
async function flood(socket: WebSocket, count: number): Promise<void> {
  socket.send(CONNECTED);
  for (let nth = 0; nth < count; nth += 1) {
    socket.send(`${nth} ${"x".repeat(1000)}`);
    if (nth % 8 === 7) await sleep(6);
  }
  socket.close(4000, "Enough");
}
