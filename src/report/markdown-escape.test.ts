import { expect, test } from "vitest";
import { block, code } from "./markdown-escape.js";

test("a fence is longer than any run of backticks in the text, of however many", () => {
  const many = "` ".repeat(200_000);
  expect(code("a `` b")).toBe("```a `` b```");
  expect(code(many).startsWith("`` ` ")).toBe(true);
  expect(block(`a ${"`".repeat(5)}`).split("\n")[0]).toBe("`".repeat(6));
  expect(block(many).split("\n")[0]).toBe("```");
});
