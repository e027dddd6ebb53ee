import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compileFile } from "./compile.js";
import { compileFolder } from "./folder.js";
import { sweep } from "./sweep.js";

const FILE = "signalr/negotiate-id-expired.md";
const good = readFileSync(new URL(`../../knowledge/${FILE}`, import.meta.url), "utf8");

/** The entry with one thing spoilt; `place` is where the error must point. */
function spoilt(from: string | RegExp, to: string) {
  const source = good.replace(from, to);
  if (source === good) throw new Error(`${from} is not in ${FILE} any more`);
  const line = (text: string) => source.split("\n").findIndex((each) => each.includes(text)) + 1;
  return { compile: () => compileFile(FILE, source), line };
}

describe("an author is told file, line and what to do when", () => {
  test("a fact is misspelt", () => {
    const { compile, line } = spoilt("connect.afterNegotiateMs: {", "connect.afterNegotiationMs: {");
    expect(compile).toThrow(
      `${FILE}:${line("afterNegotiationMs")}: no fact is named "connect.afterNegotiationMs"; did you mean "connect.afterNegotiateMs"?`,
    );
  });

  test.each(["toString", "constructor"])("a fact is named as what every object has: %s", (name) => {
    expect(spoilt("connect.afterNegotiateMs: {", `${name}: {`).compile).toThrow(`no fact is named "${name}"`);
  });

  test("a fact in a sentence is misspelt", () => {
    expect(spoilt("{connect.afterNegotiateMs}", "{connect.afterNegotiateMS}").compile).toThrow(
      'no fact is named "connect.afterNegotiateMS"; did you mean "{connect.afterNegotiateMs}"?',
    );
  });

  test("a look-alike is missing", () => {
    expect(spoilt(/## Look-alike[\s\S]*$/, "").compile).toThrow(
      /negotiate-id-expired\.md:\d+: add a "## Look-alike: … → folder\/entry"/,
    );
  });

  test("a look-alike does not say who must win", () => {
    expect(spoilt(/(## Look-alike: .*) → .*/, "$1").compile).toThrow(
      'say who must win: "## Look-alike: … → folder/entry"',
    );
  });

  test("an example is missing", () => {
    expect(spoilt(/## Example[\s\S]*?(?=## Look-alike)/g, "").compile).toThrow('add an "## Example: …"');
  });

  test("a key is unknown", () => {
    const { compile, line } = spoilt("\nrulesOut:", "\nrulesout:");
    expect(compile).toThrow(
      `${FILE}:${line("rulesout:")}: unknown key "rulesout"; remove it, or use one of: cause, common, when`,
    );
  });

  test("a number is compared with a word", () => {
    expect(spoilt("status: 404", "status: not found").compile).toThrow(
      "status is a number (count); compare it with one",
    );
  });

  test("there is no fix", () => {
    expect(spoilt(/## Fix[\s\S]*?(?=## Example)/g, "").compile).toThrow('add a "## Fix" section');
  });

  test("the front matter is no YAML", () => {
    expect(spoilt("cause: ", "cause: [").compile).toThrow(/negotiate-id-expired\.md:\d+: /);
  });
});

describe("the catalogue", () => {
  const { knowledge, examples, problems } = compileFolder("knowledge");

  test("every entry compiles", () => {
    expect(problems.map(({ message }) => message)).toEqual([]);
  });

  test("every entry wins its examples and leaves its look-alikes, with all others in the ring", () => {
    expect(sweep(examples, knowledge)).toEqual([]);
  }, 60_000);

  test("an example that is won by another entry is told of with the ranking", () => {
    const [example] = examples.filter(({ file, kind }) => file === FILE && kind === "example");
    if (!example) throw new Error(`${FILE} has no example`);
    const [problem] = sweep([{ ...example, winner: "signalr/token-expired" }], knowledge);
    expect(problem).toMatch(
      /^knowledge\/signalr\/negotiate-id-expired\.md:\d+: example .*must come first, but the ranking is/,
    );
  });
});
