import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import { test as base, expect } from "playwright/test";
import { type DevtoolsPanel, openPanel } from "./browser/devtools-panel.js";
import type { LaunchedBrowser } from "./browser/launch.js";
import { turnOnAgain } from "./browser/restarted.js";
import { sleep, waitUntil } from "./browser/wait.js";
import { withChromium, withGranted } from "./browser/with-chromium.js";
import { contentScripts, tapsAreGone } from "./content-scripts.js";
import { test } from "./granted.js";
import { listen } from "./lab/lab.js";
import { pageHandler, servePage } from "./lab/page.js";
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

base("with DevTools closed and background recording off, nothing of ours is in any page or listens", async () => {
  await withChromium(async (browser) => {
    await withLab(async (lab) => {
      const { page } = browser;
      const failing = await forbidden.start(lab);
      await visit({ page }, failing.page);
      await expectIdle(browser, page);
      expect(await browser.serviceWorker.evaluate("typeof chrome.webRequest")).toBe("undefined");
      const panel = await openPanel(browser, page);
      await panel.waitFor("document.querySelector('[data-testid=background][data-on=false]') !== null");
      await showCards({ page, panel }, notFound);
      await cardOf(panel, NOT_FOUND, 2);
      await expect.poll(() => counts(panel)).toEqual([`${NOT_FOUND} ×2`]);
      await panel.close();
      await tapsAreGone(browser);
      await visit({ page }, failing.page);
      await expectIdle(browser, page);
    });
  });
});

base("turning it on says what it costs and loses, offers an export first, and restarts the extension", async () => {
  await withChromium(async (browser) => {
    const { page } = browser;
    const panel = await openPanel(browser, page);
    await showCards({ page, panel }, notFound);
    await panel.click("[data-testid=background]");
    await panel.waitFor(`document.querySelector('${DIALOG}[open]') !== null`);
    const text = await panel.text(DIALOG);
    expect(text).toContain("Chromium hides the status of every refused WebSocket handshake");
    expect(text).toContain("everything recorded so far is lost, in all tabs");
    expect(await buttons(panel)).toEqual(["Export HAR first", "Turn on and restart", "Close"]);

    await panel.click("[data-testid=background-export]");
    await panel.waitFor(`document.querySelector('${DIALOG} [role=status]').innerText.startsWith("Saved ")`);
    await panel.click("[data-testid=background-turn]");
    await waitUntil("the extension to restart", async () => {
      const targets = await browser.cdp.targets();
      return !targets.some(({ type, url }) => type === "iframe" && url.includes(browser.extensionId));
    });
    await turnOnAgain(browser);
    const on = "chrome.webRequest?.onCompleted.hasListeners() === true";
    await waitUntil("the worker to listen", () => browser.serviceWorker.evaluate<boolean>(on));
  });
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
      await wake(browser);
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

base("where watching requests hides nothing, it is a plain switch", async () => {
  const directory = await withWebRequestRequired();
  const work = async (browser: LaunchedBrowser) => {
    await withLab(async (lab) => {
      const { page } = browser;
      const listens = () => browser.serviceWorker.evaluate<boolean>("chrome.webRequest.onBeforeRequest.hasListeners()");
      expect(await listens()).toBe(true);
      const failing = await forbidden.start(lab);
      await visit({ page }, failing.page);
      const panel = await openPanel(browser, page);
      await cardOf(panel, FORBIDDEN, 2);
      await panel.click("[data-testid=background]");
      await panel.waitFor(`document.querySelector('${DIALOG}[open][data-on=true]') !== null`);
      expect(await buttons(panel)).toEqual(["Close"]);
      await panel.click("[data-testid=background-switch]");
      await panel.waitFor(`document.querySelector('${DIALOG}[data-on=false]') !== null`);
      await waitUntil("the listeners to go", async () => !(await listens()));
      await panel.press("Escape");

      await panel.close();
      await tapsAreGone(browser);
      await browser.serviceWorker.stop();
      await visit({ page }, await servePage(lab, { scripts: [], script: "done();" }));
      await wake(browser);
      await expectIdle(browser, page);
      await waitUntil("no listener after a start either", async () => !(await listens()));
    });
  };
  await withChromium(work, { extensionDir: directory }).finally(() => rm(directory, { recursive: true, force: true }));
});

/** A closed tab is something that the worker wants to hear of. */
async function wake({ context }: LaunchedBrowser): Promise<void> {
  await (await context.newPage()).close();
}

/** The icon's text in this tab. */
async function badgeOf({ serviceWorker }: LaunchedBrowser, page: Page, text: string): Promise<void> {
  await page.bringToFront();
  await waitUntil(`the icon to say "${text}"`, async () => {
    const ask = "chrome.tabs.query({ active: true }).then(([tab]) => chrome.action.getBadgeText({ tabId: tab.id }))";
    return (await serviceWorker.evaluate<string>(ask)) === text;
  });
}

async function expectIdle(browser: LaunchedBrowser, page: Page): Promise<void> {
  expect(await contentScripts(browser)).toEqual([]);
  const session = await page.context().newCDPSession(page);
  for (const expression of ["WebSocket", "EventSource", "WebSocket.prototype.send", "Function.prototype.toString"]) {
    const { result } = await session.send("Runtime.evaluate", { expression });
    expect(result.subtype, expression).toBeUndefined();
  }
  await session.detach();
}

function buttons(panel: DevtoolsPanel): Promise<string[]> {
  return panel.evaluate<string[]>(`[...document.querySelectorAll('${DIALOG} button')].map((each) => each.innerText)`);
}

/** The extension as Firefox has it, where the permission is required. */
async function withWebRequestRequired(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "handshake-triage-required-"));
  await cp("dist/chromium", directory, { recursive: true });
  const file = join(directory, "manifest.json");
  const { optional_permissions: _, ...manifest } = JSON.parse(await readFile(file, "utf8")) as Record<string, unknown>;
  const permissions = [...(manifest.permissions as string[]), "webRequest"];
  await writeFile(file, JSON.stringify({ ...manifest, permissions }));
  return directory;
}
