import { test as base } from "playwright/test";
import { startWatch, type Watch } from "./walk.js";

/** One browser a worker: its panel collects the cards of every scenario that ran in it. */
export const test = base.extend<object, { watch: Watch }>({
  watch: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures off this pattern.
    async ({}, use) => {
      const watch = await startWatch(true);
      await use(watch);
      await watch.browser.close();
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

export { expect } from "playwright/test";
