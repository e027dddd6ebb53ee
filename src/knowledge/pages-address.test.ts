import { expect, test } from "vitest";
import { pagesAddress } from "./pages-address.js";

const ON_GITHUB = "https://github.com/somebody/triage/blob/HEAD/docs/causes/";

test("the pages are on the code host that package.json names, in every form that npm knows", () => {
  expect(pagesAddress("github:somebody/triage")).toBe(ON_GITHUB);
  expect(pagesAddress("somebody/triage")).toBe(ON_GITHUB);
  expect(pagesAddress({ url: "git+https://github.com/somebody/triage.git" })).toBe(ON_GITHUB);
  expect(pagesAddress("https://code.example/a/b/")).toBe("https://code.example/a/b/blob/HEAD/docs/causes/");
});

test("where it names none, they are where they stand in the repository", () => {
  expect(pagesAddress(undefined)).toBe("docs/causes/");
});

test("what a card cannot link to is told when it is built", () => {
  expect(() => pagesAddress("git@github.com:somebody/triage.git")).toThrow("no https address");
});
