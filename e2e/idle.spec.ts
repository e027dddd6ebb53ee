import { openPanel } from "./browser/devtools-panel.js";
import { sleep, waitUntil } from "./browser/wait.js";
import { withChromium } from "./browser/with-chromium.js";
import { expect, test } from "./fixtures.js";
import forbidden from "./lab/scenarios/socket-io-forbidden.js";
import { cardOf, visit, withLab } from "./panel-steps.js";

/** A worker of which nobody wants anything listens to the end of tabs for so long at first. */
const SETTLED_MS = 7000;
/** One that is woken is there within a few hundredths of a second. */
const WOKEN_MS = 2000;

test("while DevTools is closed, nothing that pages do and no tab that is closed wakes the worker", async () => {
  await withChromium(async (browser) => {
    const { context, serviceWorker } = browser;
    await withLab(async (lab) => {
      const failing = await forbidden.start(lab);
      const failAndClose = async () => {
        const tab = await context.newPage();
        await visit({ page: tab }, failing.page);
        await tab.close();
        await sleep(WOKEN_MS);
      };
      await sleep(SETTLED_MS);
      await serviceWorker.stop();
      await failAndClose();
      expect(await serviceWorker.running()).toBe(false);

      // What DevTools recorded of a tab is forgotten with it, so there a tab that is closed does wake it; then never again.
      const tab = await context.newPage();
      const panel = await openPanel(browser, tab);
      await visit({ page: tab }, failing.page);
      await cardOf(panel, "connection-refused-by-allow-request", 2);
      await panel.close();
      await serviceWorker.stop();
      await tab.close();
      await waitUntil("the worker to be woken", () => serviceWorker.running());
      await sleep(SETTLED_MS);
      await serviceWorker.stop();
      await failAndClose();
      expect(await serviceWorker.running()).toBe(false);
    });
    expect(browser.collectErrors().all()).toEqual([]);
  });
});
