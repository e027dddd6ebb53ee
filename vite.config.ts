/// <reference types="vitest/config" />
import { relative } from "node:path";
import { crx } from "@crxjs/vite-plugin";
import { defineConfig, type Plugin } from "vite";
import { knowledgePlugin } from "./src/knowledge/plugin.js";
import { type Browser, isBrowser, manifestFor } from "./src/manifest.js";
import { noInnerHtml } from "./src/packaging/no-inner-html.js";

const quiet = { checks: { pluginTimings: false } };

const cli = {
  ssr: "src/cli/main.ts",
  outDir: "dist/cli",
  rolldownOptions: { output: { entryFileNames: "handshake-triage.js", banner: "#!/usr/bin/env node" }, ...quiet },
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

/**
 * The tap stands in front of functions that pages call. A source map that says "not the developer's code" (ECMA-426,
 * `ignoreList`) keeps it out of what DevTools shows of a call: the initiator, the place of a console line, a stack.
 */
const leftOutOfStacks: Plugin = {
  name: "left-out-of-stacks",
  enforce: "post",
  generateBundle: {
    order: "post",
    handler(_, bundle) {
      const tap = bundle["src/capture/page-tap.iife.js"];
      if (tap?.type !== "asset") return;
      const code = String(tap.source).trimEnd();
      const map = {
        version: 3,
        sources: ["page-tap.iife.ts"],
        sourcesContent: ["// Handshake Triage's page tap: src/capture/page-tap.iife.ts\n"],
        names: [],
        mappings: code.replace(/.*(\n)?/g, (line) => (line === "" ? "" : line.endsWith("\n") ? "AAAA;" : "AAAA")),
        ignoreList: [0],
        x_google_ignoreList: [0],
      };
      const data = Buffer.from(JSON.stringify(map)).toString("base64");
      tap.source = `${code}\n//# sourceMappingURL=data:application/json;base64,${data}\n`;
    },
  },
};

/**
 * `import url from "./x.ts?beside"`: the address of a script that is built beside the panel's own and shares its parts.
 * Vite builds workers apart, each with a copy of all that it needs.
 */
const builtBeside: Plugin = {
  name: "built-beside",
  enforce: "pre",
  async resolveId(id, importer) {
    if (!id.endsWith("?beside")) return null;
    const found = await this.resolve(id.slice(0, -"?beside".length), importer);
    return found && `\0beside:${found.id}`;
  },
  load(id) {
    if (!id.startsWith("\0beside:")) return null;
    const script = id.slice("\0beside:".length);
    if (this.meta.watchMode) return `export default ${JSON.stringify(`/${relative(import.meta.dirname, script)}`)};`;
    const built = this.emitFile({ type: "chunk", id: script });
    return `export default import.meta.ROLLUP_FILE_URL_${built};`;
  },
};

/**
 * What is data, and what only a page with the browser's own interfaces may load, apart from what workers share; and of the core
 * together what the panel is drawn with, which else is eight files, 2 KB more. A group that took its dependencies along would take
 * the panel's own script.
 */
const parts = {
  includeDependenciesRecursively: false,
  groups: [
    { name: "knowledge", test: /virtual:knowledge|src\/knowledge\/packed/ },
    { name: "lexicon", test: /src\/core\/said\/lexicon/ },
    { name: "browser", test: /webextension-polyfill|src\/messages\.ts/ },
    {
      name: "core",
      test: /src\/core\/(?:ask-again|attempts|base64|body-messages|carried|connection|cors|duration|exchange|heartbeats|retries|summaries|token|url|protocols\/(?:engine-io-packets|engine-io-session|protocol))\.ts/,
    },
  ],
};

/**
 * Nothing in an extension is cached, so no name needs a hash; and a hash is taken while Crx still names scripts by their path
 * on this machine, so that another checkout would give other names.
 */
const plainNames = {
  entryFileNames: "assets/[name].js",
  chunkFileNames: "assets/[name].js",
  assetFileNames: "assets/[name][extname]",
};

const target = { chromium: "chrome120", firefox: "firefox142" };

function extension(browser: Browser) {
  return [
    crx({ manifest: manifestFor(browser), browser: browser === "firefox" ? "firefox" : "chrome" }),
    noInnerHtml,
    hiddenFromPages,
    leftOutOfStacks,
  ];
}

/** `vite build --mode chromium` and `--mode firefox` make the extensions, `--mode cli` the command line, `--mode preview` the plain page. */
export default defineConfig(({ mode }) => ({
  plugins: [knowledgePlugin(), builtBeside, ...(isBrowser(mode) ? extension(mode) : [])],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  ssr: { noExternal: true },
  build:
    mode === "cli"
      ? cli
      : {
          outDir: `dist/${mode}`,
          modulePreload: { polyfill: false }, // both browsers know it
          target: isBrowser(mode) ? target[mode] : "esnext",
          rolldownOptions: {
            input: [mode === "preview" ? "src/panel/preview.html" : "src/panel/panel.html"],
            preserveEntrySignatures: "allow-extension",
            output: { ...plainNames, codeSplitting: parts },
            ...quiet,
          },
        },
  test: {
    include: ["*.test.ts", "src/**/*.test.{ts,tsx}", "e2e/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "test-results/unit.json" }]],
  },
}));
