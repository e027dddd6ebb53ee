import { expect, test } from "vitest";
import { eventsFromText } from "../../src/capture/text/events-from-text.js";
import { threadMs } from "../bench/thread-time.js";
import { LONGEST_MS } from "./attempt.js";
import { gatherPatterns, LONGEST_LINE } from "./gathered.js";
import { doubtsOf } from "./proof.js";

const PATIENCE_MS = 180_000;

test(
  "no regular expression of ours takes more time than its text is long",
  async () => {
    const patterns = await gatherPatterns();
    expect(patterns.length).toBeGreaterThan(1500);
    const doubts = patterns.flatMap((pattern) =>
      doubtsOf(pattern).map(({ part, what }) => `${pattern.place}: ${what}: ${part} in ${pattern.expression}`),
    );
    // See CONTRIBUTING.md, "Regular expressions", for how to write one that can be shown.
    expect([...new Set(doubts)]).toEqual([]);
  },
  PATIENCE_MS,
);

const whole = (expression: RegExp) =>
  doubtsOf({ expression, isRepeated: /[gy]/.test(expression.flags), breaks: "" }).map(({ what }) => what);

test.each([
  /(a+)+$/,
  /(a|a)*b/,
  /^(\w+\s?)*$/,
  /^(a|ab|b)*c/,
  /(?:a{0,3}b?)*c/,
  /(?:a*)*b/,
  /x(?=(?:a|a)*b)/,
  /(a|b)*\1\1(?:c|c)+d/,
])("%s is found to be exponential", (expression) => {
  expect(whole(expression)).toContain("exponential");
});

test.each([
  /a*a*b/,
  /\s+$/,
  /foo.*bar/,
  /\w+@\w+/,
  /x(?=.*y)z/,
  /"(?:[^"\\]|\\.)*"/,
  /(?<!x)\w+:/,
  /<!--.*-->/g,
  /^a.*b.*c/,
])("%s is found to grow with a power", (expression) => {
  expect(whole(expression)).toContain("polynomial");
});

test.each([/(a?){30}b/, /(?<=a+)b/])("%s is not taken for shown", (expression) => {
  expect(whole(expression)).toContain("not shown");
});

test.each([
  /^\s+$/,
  /"[^"]*"/g,
  /\b\w+:/,
  /(?<!\w)\w+:/,
  /foo[^f]*bar/,
  /\?(.*)/,
  /#.*$/s,
  /eyJ[\w-]{6,}/g,
  /<!--[\s\S]*?(?:-->|$)/g,
  /a.{0,40}b.{0,40}c/,
  /^(?:a,?)+$/,
])("%s is shown to be linear", (expression) => {
  expect(whole(expression)).toEqual([]);
});

/** A word's letters may be tried from each of them, as far as a line goes. */
test("of a text, letters of a line count, those of many do not", () => {
  const ofText = (expression: RegExp) => doubtsOf({ expression, isRepeated: false, breaks: " \n" });
  expect(ofText(/fail\w* to/)).toEqual([]);
  expect(ofText(/fail.*to/)).not.toEqual([]);
  expect(ofText(/fail\w*ing\w* to/)).not.toEqual([]);
});

test.each(["fail", "connect", "a", "the hub ", "server proxy ", '{"error":', "https://a.test/"])(
  "a pasted text of nothing but %j takes no second",
  (pump) => {
    const line = (_: unknown, number: number) =>
      `${"x".repeat(1 + (number % 50))} ${pump.repeat(LONGEST_LINE / pump.length)}`;
    const text = Array.from({ length: 60 }, line).join("\n");
    const from = threadMs();
    eventsFromText(text);
    expect(threadMs() - from).toBeLessThan(LONGEST_MS);
  },
);
