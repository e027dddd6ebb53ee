import { describe, expect, it } from "vitest";
import { createRandom } from "./testing/random.js";
import { findLeaf, someLeaf } from "./text-leaves.js";

function found(text: string): string[] {
  const leaves: string[] = [];
  findLeaf(text, (leaf) => {
    leaves.push(leaf);
    return false;
  });
  return leaves;
}

function seen(text: string): Set<string> {
  const leaves = new Set<string>();
  someLeaf(text, (leaf) => {
    leaves.add(leaf);
    return false;
  });
  return leaves;
}

const { below, letters } = createRandom(171_127);
const ODD = 'aB9 "\\\n\t/{}[],:%é“\u2028\ud83d\u0001';

function arbitrary(depth: number): unknown {
  const kind = below(depth > 3 ? 4 : 6);
  if (kind === 0) return below(2) === 0 ? null : true;
  if (kind === 1) return below(1e9) / 1000 - 5000;
  if (kind < 4) return letters(below(12), ODD);
  const parts = Array.from({ length: below(5) }, () => arbitrary(depth + 1));
  return kind === 4 ? parts : Object.fromEntries(parts.map((part) => [letters(1 + below(8), ODD), part]));
}

describe("each line once", () => {
  it.each([
    ["indented", 2],
    ["in one line", 0],
  ])("shows every name and value of JSON that is %s", (_, indent) => {
    for (let count = 0; count < 500; count += 1) {
      const text = JSON.stringify({ [letters(3, ODD)]: arbitrary(0) }, null, indent);
      const numbers = /^-?\d/;
      const leaves = seen(text);
      const missing = found(text).filter(
        (leaf) => !leaves.has(leaf) && !(numbers.test(leaf) && [...leaves].some((each) => each.includes(leaf))),
      );
      expect(missing, text).toEqual([]);
    }
  });

  it.each(['# Findings\n\n[a] "b"\nc', '[tale] "b"', '{ no JSON "at all\n  but "one" here', "", "one line"])(
    "shows every line of %j",
    (text) => {
      const leaves = seen(text);
      expect(found(text).filter((leaf) => leaf !== "" && !leaves.has(leaf))).toEqual([]);
    },
  );

  it("ends with the visit that asks for it", () => {
    const visited: string[] = [];
    const isFound = someLeaf('{\n  "a": "b",\n  "c": "d"\n}', (leaf) => visited.push(leaf) > 0 && leaf === "b");
    expect(isFound).toBe(true);
    expect(visited).not.toContain("d");
  });
});

it("a line too long for a pattern is left to whoever parses the file", () => {
  expect(someLeaf(`{\n  "a": "${"x".repeat(20_000_000)}"\n}`, () => false)).toBe(true);
});
