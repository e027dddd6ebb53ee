/// <reference types="vitest/config" />
import { crx } from "@crxjs/vite-plugin";
import { defineConfig } from "vite";
import manifest from "./manifest.json" with { type: "json" };
import { knowledgePlugin } from "./src/knowledge/plugin.js";

const cli = {
  ssr: "src/cli/main.ts",
  outDir: "dist/cli",
  rolldownOptions: { output: { entryFileNames: "handshake-triage.js", banner: "#!/usr/bin/env node" } },
};

/** `vite build` makes the Chromium extension, `vite build --mode cli` the command line. */
export default defineConfig(({ mode }) => ({
  plugins: [knowledgePlugin(), ...(mode === "production" ? [crx({ manifest })] : [])],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  ssr: { noExternal: true },
  build:
    mode === "cli"
      ? cli
      : { outDir: "dist/chromium", target: "chrome120", rolldownOptions: { input: ["src/panel/panel.html"] } },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "e2e/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "test-results/unit.json" }]],
  },
}));
