import { expect, test } from "vitest";
import { compileFile } from "./compile.js";
import { skeletonOf } from "./skeleton.js";

test("a skeleton compiles once its TODOs are filled in", () => {
  const source = skeletonOf("signalr/clock-stands-still").replaceAll("TODO", "text");
  expect(compileFile("signalr/clock-stands-still.md", source).entry.title).toBe("Clock stands still");
});

test.each(["clock", "mqtt/clock", "signalr/Clock", "signalr/a/b", ""])("%j is no id", (id) => {
  expect(() => skeletonOf(id)).toThrow(/what-is-wrong/);
});
