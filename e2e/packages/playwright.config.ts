import { defineConfig } from "playwright/test";
import { PATIENCE } from "../browser/wait.js";

/** What strangers install, as `npm run package` wrote it, and nothing else of this checkout. */
export default defineConfig({
  testDir: ".",
  testMatch: "*.packed.ts",
  outputDir: "../../test-results/packages",
  timeout: 180_000 * PATIENCE,
  workers: 1,
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: "../../test-results/packages.json" }]],
});
