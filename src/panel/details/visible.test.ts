import { expect, it } from "vitest";
import { visible } from "./visible.js";

it("shows SignalR's record separator and keeps line ends", () => {
  expect(visible('{"type":6}\u001e\n\t')).toBe('{"type":6}␞\n\t');
});
