import fc from "fast-check";
import { expect, test } from "vitest";
import { beginningOf } from "./beginning.js";
import { jsonOf } from "./search-text.js";

test("is how the whole begins", () => {
  const value = fc.oneof(fc.jsonValue(), fc.object({ withBigInt: true, withDate: true, withTypedArray: true }));
  fc.assert(fc.property(value, fc.nat(80), (data, most) => beginningOf(data, most) === jsonOf(data).slice(0, most)));
});

test("of a large value no more is looked at than is shown", () => {
  let looked = 0;
  const field = { enumerable: true, get: () => (looked += 1) };
  const names = Array.from({ length: 50_000 }, (_, nth) => [`field${nth}`, field]);
  const large = Object.defineProperties({}, Object.fromEntries(names));
  expect(beginningOf([large, large], 300)).toHaveLength(300);
  expect(looked).toBeLessThan(40);
});
