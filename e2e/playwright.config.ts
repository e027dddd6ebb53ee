import { defineConfig } from "playwright/test";
import { PATIENCE } from "./browser/wait.js";

/** The specs drive a real browser with the built extension (`npm run build` first); they share the two cores. */
export default defineConfig({
  testDir: ".",
  outputDir: "../test-results/e2e",
  timeout: 90_000 * PATIENCE,
  workers: 2,
  fullyParallel: true,
  projects: [
    { name: "chromium", testMatch: "*.spec.ts", testIgnore: "firefox/**" },
    // One Firefox for all of its scenarios: its start and its DevTools take longer than most of them.
    { name: "firefox", testMatch: "firefox/*.spec.ts", workers: 1, fullyParallel: false },
  ],
  forbidOnly: true,
  // Some 500 browser tests on two cores: one that a busy machine spoils is run again, and e2e/totals.mjs names it.
  retries: process.env.CI ? 2 : 1,
  expect: { timeout: 15_000 * PATIENCE },
  reporter: [["list"], ["json", { outputFile: `../test-results/${process.env.E2E_REPORT ?? "e2e.json"}` }]],
});
