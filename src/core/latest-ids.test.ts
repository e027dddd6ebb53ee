import fc from "fast-check";
import { expect, test } from "vitest";
import { createLatestIds } from "./latest-ids.js";

test("of ids the latest are remembered, and never more than a quarter more", () => {
  const ids = createLatestIds(100);
  for (let nth = 0; nth < 1000; nth += 1) ids.add(`id${nth}`);
  expect(Array.from({ length: 100 }, (_, nth) => ids.has(`id${999 - nth}`))).not.toContain(false);
  expect(Array.from({ length: 1000 }, (_, nth) => ids.has(`id${nth}`)).filter(Boolean).length).toBeLessThanOrEqual(125);
});

test("ids that differ in a zero, a digit or a sign are different ids", () => {
  const id = fc
    .tuple(
      fc.constantFrom("", "a", "a.", "=", "#", "=a#", "1.", "tap-1.received"),
      fc.stringMatching(/^(\d{0,9}|#\d{1,3})$/),
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.array(id, { maxLength: 200 }), fc.array(id, { maxLength: 200 }), (added, asked) => {
      const ids = createLatestIds(1000);
      const all = new Set(added);
      for (const each of added) ids.add(each);
      for (const each of [...added, ...asked]) expect(ids.has(each), each).toBe(all.has(each));
    }),
  );
});
