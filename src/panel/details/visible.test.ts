import { expect, it } from "vitest";
import { visible } from "./visible.js";

it("shows SignalR's record separator and keeps line ends", () => {
  expect(visible('{"type":6}\u001e\n\t')).toBe('{"type":6}␞\n\t');
});

it("lets no text turn the direction in which what stands around it is read", () => {
  expect(visible("a\u202egpj.exe\u202c b\u2066c\u2069")).toBe("a\ufffdgpj.exe\ufffd b\ufffdc\ufffd");
  expect(visible("עברית العربية 日本語")).toBe("עברית العربية 日本語");
});
