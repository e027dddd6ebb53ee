import { expect, it } from "vitest";
import { LONGEST_BODY, withSideFiles } from "./side-files.js";

it("of a file that the HAR names again and again, no more comes into it than any page's answers have", async () => {
  const entries = Array.from({ length: 5000 }, () => ({ response: { content: { _file: "a.txt" } } }));
  let reads = 0;
  const text = await withSideFiles(JSON.stringify({ log: { entries } }), async () => {
    reads += 1;
    return new Uint8Array(LONGEST_BODY).fill(0x61);
  });
  expect(reads).toBe(65);
  expect(text.length).toBeLessThan(66 * LONGEST_BODY);
  expect(text.match(/"text":"a/g)).toHaveLength(64);
});
