import { test as base, expect } from "playwright/test";
import { clearPanel } from "./panel-steps.js";
import { startWatch, type Watch } from "./walk.js";

/** One browser a worker: its panel collects the cards of every scenario that ran in it. */
export const test = base.extend<{ fresh: Watch }, { watch: Watch }>({
  watch: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures off this pattern.
    async ({}, use) => {
      const watch = await startWatch(true);
      await use(watch);
      await watch.browser.close();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  /** The same browser with an empty panel, which it leaves empty again; nothing in the extension may have gone wrong by then. */
  fresh: async ({ watch }, use) => {
    await clearPanel(watch);
    await use(watch);
    await clearPanel(watch);
    expect(watch.browser.collectErrors().all()).toEqual([]);
  },
});

export { expect } from "playwright/test";
