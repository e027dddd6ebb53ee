import { afterEach, expect, test, vi } from "vitest";
import { drawerIn } from "./drawer.js";

afterEach(() => void vi.restoreAllMocks());

test("what the browser will not keep, its owner hears of", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const failed = vi.fn();
  const set = () => Promise.reject(new Error("quota exceeded"));
  drawerIn({ get: async () => ({}), set }, "settings").save({ theme: "dark" }, failed);
  await vi.waitFor(() => expect(failed.mock.calls).toEqual([["quota exceeded"]]));
});

test("what is changed is written at once, as the panel may be gone in a moment", () => {
  const set = vi.fn(async () => undefined);
  drawerIn({ get: async () => ({}), set }, "kept").save("open", () => undefined);
  expect(set.mock.calls).toEqual([[{ kept: "open" }]]);
});

test("of many changes while one is written only the last is written after it", async () => {
  const set = vi.fn(async () => undefined);
  const drawer = drawerIn({ get: async () => ({}), set }, "settings");
  for (const letter of ["h", "hu", "hub"]) drawer.save(letter, () => undefined);
  await vi.waitFor(() => expect(set.mock.calls).toEqual([[{ settings: "h" }], [{ settings: "hub" }]]));
});
