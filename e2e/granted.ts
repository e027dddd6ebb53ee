import { test as base } from "playwright/test";
import type { LaunchedBrowser } from "./browser/launch.js";
import { withGranted } from "./browser/with-chromium.js";

/** A browser in which the user allowed the extension to watch requests, which turns background recording on. DevTools is closed until a test opens it. */
export const test = base.extend<object, { granted: LaunchedBrowser }>({
  granted: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures off this pattern.
    async ({}, use) => {
      await withGranted(use);
    },
    { scope: "worker", timeout: 120_000 },
  ],
});
