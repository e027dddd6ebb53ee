import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CAUSES, SIGNS } from "../../src/core/precedents/counts.js";
import { count, countsFile, noCounts, readCounts } from "./precedent-counts.js";

/** The formatter breaks long lines. */
const onOneLine = (text: string) => text.replaceAll(/\s+/g, " ");

test("counts that are read and written again are the same file", () => {
  const kept = readFileSync("src/core/precedents/counts.ts", "utf8");
  expect(onOneLine(countsFile(readCounts(CAUSES, SIGNS)))).toBe(onOneLine(kept));
});

test("a thread that is added counts beside the earlier ones, with its cause's new place", () => {
  const counts = readCounts("certificate:2 mixed-content:1", { "status 0": "0:2 1:1" });
  count(counts, "mixed-content", ["status 0", "phase open"]);
  count(counts, "mixed-content", ["phase open"]);
  const file = countsFile(counts);
  expect(file).toContain("what 5 public threads came to");
  expect(file).toContain('"mixed-content:3 certificate:2"');
  expect(file).toContain('"phase open": "0:2"');
  expect(file).toContain('"status 0": "0:2 1:2"');
});

test("a sign that one thread alone showed is left out", () => {
  const counts = noCounts();
  count(counts, "certificate", ["status 0"]);
  expect(countsFile(counts)).not.toContain("status 0");
});
