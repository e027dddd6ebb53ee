import { test as base } from "playwright/test";
import { type LaunchedFirefox, launchFirefox } from "../browser/firefox/launch.js";
import type { FirefoxTab } from "../browser/firefox/tab.js";
import { openToolboxPanel, type ToolboxPanel } from "../browser/firefox/toolbox-panel.js";
import { waitUntil } from "../browser/wait.js";
import { trustedCertificate } from "../lab/certificate.js";
import { API, APP } from "../lab/names.js";
import { firefoxMissing } from "../lab/requirements.js";
import { clearPanel } from "../panel-steps.js";
import type { Hold } from "../tab.js";
import type { Watched } from "../walk.js";

/** Firefox's DevTools tells of a request and its body some time after it is over. */
const LAG_MS = 5000;

export interface FirefoxWatch extends Watched {
  browser: LaunchedFirefox;
  page: FirefoxTab;
  panel: ToolboxPanel;
}

/** One Firefox a worker; without one on the machine every test is skipped, with the reason. */
export const test = base.extend<{ fresh: FirefoxWatch }, { firefox: LaunchedFirefox; watch: FirefoxWatch }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures off this pattern.
  firefox: [async ({}, use) => useFirefox(use), { scope: "worker", timeout: 180_000 }],
  watch: [
    async ({ firefox }, use) => {
      const panel = await openToolboxPanel(firefox.window);
      await tapIsRegistered(firefox);
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

/** What a page does before that, only DevTools and the worker see. */
export async function tapIsRegistered(firefox: LaunchedFirefox): Promise<void> {
  await waitUntil("the tap to be registered", async () => (await firefox.presence()).scripts === 2);
}

/** Another Firefox, for what leaves traces in the extension's own settings. */
export const testApart = base.extend<{ apart: LaunchedFirefox }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures off this pattern.
  apart: async ({}, use) => useFirefox(use),
});

async function useFirefox(use: (browser: LaunchedFirefox) => Promise<void>): Promise<void> {
  const missing = await firefoxMissing();
  base.skip(missing !== null, missing ?? "");
  const browser = await launchFirefox({
    extension: "dist/firefox",
    headless: true,
    names: [APP, API],
    authorities: [trustedCertificate().authority],
  });
  await use(browser);
  await browser.close();
}

/** Firefox freezes no tab. */
async function takeHold({ tab, setOffline }: LaunchedFirefox): Promise<Hold> {
  const never = async () => {
    throw new Error("Firefox freezes no tab");
  };
  return {
    tab: {
      says: (text) => tab.waitForText(text),
      freeze: never,
      resume: never,
      goOffline: () => setOffline(true),
      goOnline: () => setOffline(false),
    },
    release: () => setOffline(false),
  };
}
