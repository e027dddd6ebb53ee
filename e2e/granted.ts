import { test as base } from "playwright/test";
import { launchWithGranted } from "./browser/grant.js";
import type { LaunchedBrowser } from "./browser/launch.js";

/** A browser in which the user allowed the extension to watch requests, which turns background recording on. DevTools is closed until a test opens it. */
export const test = base.extend<object, { granted: LaunchedBrowser }>({
  granted: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures off this pattern.
    async ({}, use) => {
      const browser = await launchWithGranted(
        { extensionDir: "dist/chromium", headless: true, autoOpenDevtools: false },
        { permissions: ["webRequest"], origins: ["<all_urls>"] },
      );
      await use(browser);
      await browser.close();
    },
    { scope: "worker", timeout: 120_000 },
  ],
});
