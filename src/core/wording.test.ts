import { expect, it } from "vitest";
import { fill } from "./wording.js";

it.each([
  [0, "0 bytes"],
  [999, "999 bytes"],
  [999.6, "1,000 bytes"],
  [16_005, "16,005 bytes"],
  [1_000_000, "1,000,000 bytes"],
  [12_345_678_901, "12,345,678,901 bytes"],
  [Number.MAX_VALUE, "1.7976931348623157e+308 bytes"],
])("groups the digits of %d bytes", (value, text) => {
  expect(fill("{token.bytes}", { "token.bytes": { value, shownBy: [] } })).toBe(text);
});
