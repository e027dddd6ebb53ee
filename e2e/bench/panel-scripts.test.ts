import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { kilobytes, panelScripts } from "./panel-scripts.js";

const MOST_KB = 80;
const folder = mkdtempSync(join(tmpdir(), "panel-scripts-"));

beforeAll(() => build({ mode: "chromium", logLevel: "silent", build: { outDir: folder } }), 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

test("the panel is drawn before what explains failures is loaded, and what it needs for that stays small", () => {
  const { atOnce, beside } = panelScripts(folder);
  const names = (files: readonly string[]) => files.map((file) => basename(file));
  const explaining = ["knowledge.js", "lexicon.js", "analysis.js"];
  expect(
    explaining.filter((file) => names(atOnce).includes(file)),
    "something that src/panel/main.tsx imports needs these at once: import it later, as src/panel/diagnosed.ts",
  ).toEqual([]);
  expect(names(beside)).toEqual(expect.arrayContaining(explaining));
  expect(names(atOnce)).toEqual(expect.arrayContaining(["panel.js", "jsxRuntime.js", "schemas.js", "words.js"]));
  expect(kilobytes(folder, atOnce)).toBeLessThanOrEqual(MOST_KB);
  expect(kilobytes(folder, beside)).toBeGreaterThan(MOST_KB);
});
