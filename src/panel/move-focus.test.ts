import { expect, it } from "vitest";
import { nextPlace, nextTab } from "./move-focus.js";

it("stops at the ends of the list", () => {
  expect(nextPlace("ArrowDown", 2, 3)).toBe(2);
  expect(nextPlace("k", 0, 3)).toBe(0);
  expect(nextPlace("End", 0, 3)).toBe(2);
});

it("leaves other keys to the browser", () => {
  expect(nextPlace("Enter", 0, 3)).toBeNull();
  expect(nextPlace("toString", 0, 3)).toBeNull();
  expect(nextTab("ArrowDown", 0, 3)).toBeNull();
});

it("goes round in a row of tabs", () => {
  expect(nextTab("ArrowRight", 2, 3)).toBe(0);
  expect(nextTab("ArrowLeft", 0, 3)).toBe(2);
});
