import { expect, test } from "vitest";
import { block, code, prose } from "./markdown-escape.js";

test("a fence is longer than any run of backticks in the text, of however many", () => {
  const many = "` ".repeat(200_000);
  expect(code("a `` b")).toBe("```a `` b```");
  expect(code(many).startsWith("`` ` ")).toBe(true);
  expect(block(`a ${"`".repeat(5)}`).split("\n")[0]).toBe("`".repeat(6));
  expect(block(many).split("\n")[0]).toBe("```");
});

test("what a tracker takes for a block of code stays as it is, and nothing else", () => {
  const ours = "Say:\n\n```js\nrun(<a>, `b`);\n`````\n\n~~~\n<b>\n~~~ ";
  expect(prose(ours)).toBe(ours);
  expect(prose("```a`b\n<img>\n```")).toBe("\\```a`b\n&lt;img>\n\\```");
  expect(prose("````\n<img>\n```")).toBe("\\````\n&lt;img>\n\\```");
});

test("fences without an end are looked for once", () => {
  const many = "```a\n~~~~b\n".repeat(20_000);
  const from = performance.now();
  expect(prose(many).startsWith("\\```a\n\\~~~~b\n")).toBe(true);
  expect(performance.now() - from).toBeLessThan(2000);
});
