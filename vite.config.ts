/// <reference types="vitest/config" />
import { crx } from "@crxjs/vite-plugin";
import { defineConfig, type Plugin } from "vite";
import { knowledgePlugin } from "./src/knowledge/plugin.js";
import { type Browser, isBrowser, manifestFor } from "./src/manifest.js";

const cli = {
  ssr: "src/cli/main.ts",
  outDir: "dist/cli",
  rolldownOptions: { output: { entryFileNames: "handshake-triage.js", banner: "#!/usr/bin/env node" } },
};

/**
 * Crx takes every script that code names for one that pages may load, and builds each a second time as a module. Content
 * scripts need neither, and what pages may load they can look for: then they would know of the extension.
 */
const hiddenFromPages: Plugin = {
  name: "hidden-from-pages",
  enforce: "post",
  generateBundle: {
    order: "post",
    handler(_, bundle) {
      for (const [file, part] of Object.entries(bundle)) {
        if (part.type === "chunk" && /\.iife\.ts$/.test(part.facadeModuleId ?? "")) delete bundle[file];
        if (part.type !== "asset" || file !== "manifest.json") continue;
        const { web_accessible_resources: _, ...kept } = JSON.parse(String(part.source)) as Record<string, unknown>;
        part.source = JSON.stringify(kept, null, 2);
      }
    },
  },
};

const target = { chromium: "chrome120", firefox: "firefox142" };

function extension(browser: Browser) {
  return [
    crx({ manifest: manifestFor(browser), browser: browser === "firefox" ? "firefox" : "chrome" }),
    hiddenFromPages,
  ];
}

/** `vite build --mode chromium` and `--mode firefox` make the extensions, `--mode cli` the command line. */
export default defineConfig(({ mode }) => ({
  plugins: [knowledgePlugin(), ...(isBrowser(mode) ? extension(mode) : [])],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  ssr: { noExternal: true },
  build:
    mode === "cli"
      ? cli
      : {
          outDir: `dist/${mode}`,
          target: isBrowser(mode) ? target[mode] : "esnext",
          rolldownOptions: { input: ["src/panel/panel.html"] },
        },
  test: {
    include: ["*.test.ts", "src/**/*.test.{ts,tsx}", "e2e/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "test-results/unit.json" }]],
  },
}));
