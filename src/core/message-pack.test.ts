import { expect, test } from "vitest";
import { utf8 } from "./message-pack.js";

test("bytes that are no text are read one by one, however many", () => {
  expect(utf8([0xc3, 0xa9])).toBe("é");
  expect(utf8(Array.from({ length: 200_000 }, () => 0xff))).toHaveLength(200_000);
});
