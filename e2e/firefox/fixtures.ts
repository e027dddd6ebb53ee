import { test as base } from "playwright/test";
import { type LaunchedFirefox, launchFirefox } from "../browser/firefox/launch.js";
import type { FirefoxTab } from "../browser/firefox/tab.js";
import { openToolboxPanel, type ToolboxPanel } from "../browser/firefox/toolbox-panel.js";
import { API, APP } from "../lab/names.js";
import { firefoxMissing } from "../lab/requirements.js";
import { clearPanel } from "../panel-steps.js";
import type { Hold } from "../tab.js";
import type { Watched } from "../walk.js";

export const TITLE = "Handshake Triage";

/** Firefox's DevTools tells of a request and its body some time after it is over. */
const LAG_MS = 5000;

export interface FirefoxWatch extends Watched {
  browser: LaunchedFirefox;
  page: FirefoxTab;
  panel: ToolboxPanel;
}

/** One Firefox a worker; without one on the machine every test is skipped, with the reason. */
export const test = base.extend<{ fresh: FirefoxWatch }, { firefox: LaunchedFirefox; watch: FirefoxWatch }>({
  firefox: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures off this pattern.
    async ({}, use) => {
      const missing = await firefoxMissing();
      base.skip(missing !== null, missing ?? "");
      const browser = await launchFirefox({
        extensionDir: "dist/firefox",
        headless: true,
        names: [APP, API],
        acceptInsecureCerts: true,
      });
      await use(browser);
      await browser.close();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  watch: [
    async ({ firefox }, use) => {
      const panel = await openToolboxPanel(firefox.window, TITLE);
      await use({ browser: firefox, page: firefox.tab, panel, lagMs: LAG_MS, takeHold: () => takeHold(firefox) });
    },
    { scope: "worker", timeout: 180_000 },
  ],
  /** The same browser with an empty panel, which it leaves empty again. */
  fresh: async ({ watch }, use) => {
    await watch.page.show();
    await clearPanel(watch);
    await use(watch);
    await clearPanel(watch);
  },
});

export { expect } from "playwright/test";

/** Firefox has no way to freeze a tab from outside. */
async function takeHold({ tab, setOffline }: LaunchedFirefox): Promise<Hold> {
  const never = async () => {
    throw new Error("Nothing outside Firefox can freeze a tab of it, and nothing hides one yet");
  };
  return {
    tab: {
      says: (text) => tab.waitForText(text),
      hide: never,
      show: never,
      freeze: never,
      resume: never,
      goOffline: () => setOffline(true),
      goOnline: () => setOffline(false),
    },
    release: () => setOffline(false),
  };
}
