import { defineConfig } from "playwright/test";
import { PATIENCE } from "../browser/wait.js";

/** What we write, opened by what other people look at it with: the browsers' own network panels. */
export default defineConfig({
  testDir: ".",
  testMatch: "*.viewer.ts",
  outputDir: "../../test-results/viewers",
  timeout: 240_000 * PATIENCE,
  workers: 1,
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: "../../test-results/viewers.json" }]],
});
