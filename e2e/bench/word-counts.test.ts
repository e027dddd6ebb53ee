import { expect, test } from "vitest";
import { wordCountsFile } from "./word-counts.js";

const others = Array.from({ length: 20 }, () => ({ cause: "wrong-port", words: [] }));
const thread = (cause: string, ...words: string[]) => ({ cause, words });

test("a word counts with the threads that it stood in, and beside each cause with those that came to it", () => {
  const file = wordCountsFile([
    ...[1, 2, 3].map(() => thread("mixed-content", "expired")),
    ...[1, 2].map(() => thread("certificate", "expired")),
    ...others,
  ]);
  expect(file).toContain("THREADS = 25;");
  expect(file).toContain('CAUSES = "certificate mixed-content wrong-port"');
  expect(file).toContain("`expired 5 0:2 1:3`");
});

test("words of too few or too many threads are left out, and a cause that came up once beside a word", () => {
  const file = wordCountsFile([
    thread("certificate", "twice", "thrice", "everywhere"),
    thread("certificate", "twice", "thrice", "everywhere"),
    thread("mixed-content", "thrice", "everywhere"),
    ...others.map((each) => ({ ...each, words: ["everywhere"] })),
  ]);
  expect(file).toContain("WORDS = `thrice 3 0:2`");
});
