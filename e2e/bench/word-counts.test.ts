import { expect, test } from "vitest";
import { type SpokenThread, wordCountsFile } from "./word-counts.js";

const threads = (count: number, cause: string, ...words: string[]): SpokenThread[] =>
  Array.from({ length: count }, () => ({ cause, words }));

test("a word counts with the threads that it stood in, and beside each cause with those that came to it", () => {
  const file = wordCountsFile([
    ...threads(3, "mixed-content", "expired"),
    ...threads(4, "certificate", "expired"),
    ...threads(43, "wrong-port"),
  ]);
  expect(file).toContain("THREADS = 50;");
  expect(file).toContain('CAUSES = "certificate mixed-content wrong-port"');
  expect(file).toContain("WORDS = `expired 7 0:4 1:3`");
});

test("words of too few or too many threads are left out, and a cause to which one of a word's threads came", () => {
  const file = wordCountsFile([
    ...threads(4, "certificate", "seldom", "known", "everywhere"),
    ...threads(1, "mixed-content", "known", "everywhere"),
    ...threads(24, "wrong-port", "everywhere"),
  ]);
  expect(file).toContain("WORDS = `known 5 0:4`");
});
