import { expect, test } from "vitest";
import { FACTS } from "../core/facts/index.js";
import { placeholders } from "../core/wording.js";
import { compileFolder } from "./folder.js";
import { pagesOf } from "./pages.js";

const { knowledge } = compileFolder("knowledge");
const pages = pagesOf(knowledge);
const index = pages.get("README.md") ?? "";

test("each cause has a page at the path that a card names, and stands in the index by protocol and by what is seen", () => {
  expect(pages.size).toBe(knowledge.entries.length + 1);
  const [byProtocol = "", bySymptom = ""] = index.split("\n## By ").slice(1);
  for (const { id, title } of knowledge.entries) {
    expect(pages.get(`${id}.md`), id).toContain(`# ${title}\n`);
    expect(byProtocol, id).toContain(`](${id}.md)`);
    expect(bySymptom, id).toContain(`](${id}.md)`);
  }
});

test("what people search for is a heading of the index", () => {
  for (const heading of ["Status 404", "Status 401", "Engine.IO code 1", "Close code 1009"])
    expect(index).toContain(`\n### ${heading}\n`);
});

test("no page shows the braces of a fact that was not observed", () => {
  const left = [...pages].filter(([, text]) => placeholders(text).some((name) => name in FACTS));
  expect(left.map(([path]) => path)).toEqual([]);
});
