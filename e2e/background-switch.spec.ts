import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import { expect, test } from "playwright/test";
import { type DevtoolsPanel, openPanel } from "./browser/devtools-panel.js";
import type { LaunchedBrowser } from "./browser/launch.js";
import { turnOnAgain } from "./browser/restarted.js";
import { waitUntil } from "./browser/wait.js";
import { wakeWorker } from "./browser/wake.js";
import { withChromium } from "./browser/with-chromium.js";
import { contentScripts, tapsAreGone } from "./content-scripts.js";
import { servePage } from "./lab/page.js";
import forbidden from "./lab/scenarios/socket-io-forbidden.js";
import notFound from "./lab/scenarios/socket-io-not-found.js";
import { cardOf, counts, showCards, visit, withLab } from "./panel-steps.js";

const FORBIDDEN = "connection-refused-by-allow-request";
const NOT_FOUND = "path-mismatch";
const DIALOG = "[data-testid=background-dialog]";

test("with DevTools closed and background recording off, nothing of ours is in any page or listens", async () => {
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

test("turning it on says what it costs and loses, offers an export first, and restarts the extension", async () => {
  await withChromium(async (browser) => {
    const { page } = browser;
    const panel = await openPanel(browser, page);
    await showCards({ page, panel }, notFound);
    await panel.click("[data-testid=background]");
    await panel.waitFor(`document.querySelector('${DIALOG}[open]') !== null`);
    const text = await panel.text(DIALOG);
    expect(text).toContain("Chromium hides the status of every refused WebSocket handshake");
    expect(text).toContain("everything recorded so far is lost, in all tabs");
    expect(await buttons(panel)).toEqual(["Close", "Export HAR first", "Turn on and restart"]);

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

test("where watching requests hides nothing, it is a plain switch", async () => {
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
      await panel.waitFor("document.querySelector('[data-testid=background]') !== null");
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
      await wakeWorker(browser);
      await expectIdle(browser, page);
      await waitUntil("no listener after a start either", async () => !(await listens()));
    });
  };
  await withChromium(work, { extensionDir: directory }).finally(() => rm(directory, { recursive: true, force: true }));
});

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
