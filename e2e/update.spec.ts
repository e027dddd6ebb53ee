import { expect, test } from "playwright/test";
import { openPanel } from "./browser/devtools-panel.js";
import { turnOnAgain } from "./browser/restarted.js";
import { waitUntil } from "./browser/wait.js";
import { withChromium } from "./browser/with-chromium.js";
import notFound from "./lab/scenarios/socket-io-not-found.js";
import { counts, showCards } from "./panel-steps.js";

/** Chromium takes updates from a store or from an administrator's server only; what it tells the extension then is told here. */
const TELL = `chrome.storage.session.set({ untilRestart: true })
  .then(() => chrome.runtime.onUpdateAvailable.dispatch({ version: "99.0" }))`;
const IS_RESTARTED = `chrome.storage.session.get("untilRestart").then(({ untilRestart }) => !untilRestart)`;

test("an update waits until DevTools and the recorded tab are closed; then the extension restarts", async () => {
  await withChromium(async (browser) => {
    const { serviceWorker } = browser;
    const page = await browser.context.newPage();
    const panel = await openPanel(browser, page);
    await showCards({ page, panel }, notFound);
    await serviceWorker.evaluate(TELL);
    await showCards({ page, panel }, notFound);
    await expect.poll(() => counts(panel)).toEqual(["path-mismatch ×2", "path-mismatch ×2"]);
    expect(await serviceWorker.evaluate<boolean>(IS_RESTARTED)).toBe(false);
    await panel.close();
    await page.close();
    await waitUntil("the extension to end", async () => !(await serviceWorker.running()));
    await turnOnAgain(browser);
    await waitUntil("it to run anew", () => serviceWorker.evaluate<boolean>(IS_RESTARTED));
  });
});
