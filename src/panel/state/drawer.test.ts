import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { drawerIn } from "./drawer.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("what the browser will not keep, its owner hears of", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const failed = vi.fn();
  const set = () => Promise.reject(new Error("quota exceeded"));
  drawerIn({ get: async () => ({}), set }, "settings").save({ theme: "dark" }, failed);
  await vi.runAllTimersAsync();
  expect(failed.mock.calls).toEqual([["quota exceeded"]]);
});

test("of many changes in a moment the last is kept", async () => {
  const set = vi.fn(async () => undefined);
  const drawer = drawerIn({ get: async () => ({}), set }, "settings");
  for (const letter of ["h", "hu", "hub"]) drawer.save(letter, () => undefined);
  await vi.runAllTimersAsync();
  expect(set.mock.calls).toEqual([[{ settings: "hub" }]]);
});
