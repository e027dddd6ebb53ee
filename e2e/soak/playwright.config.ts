import { defineConfig } from "playwright/test";
import { PATIENCE } from "../browser/wait.js";

/** What may happen to a tab, counted against the servers' own log: minutes, and so not part of the tests. */
export default defineConfig({
  testDir: ".",
  testMatch: "*.counted.ts",
  outputDir: "../../test-results/lifetimes",
  timeout: 180_000 * PATIENCE,
  workers: 1,
  forbidOnly: true,
  reporter: [["list"]],
});
