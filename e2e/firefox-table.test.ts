import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadPageScenarios } from "./lab/scenarios.js";

const scenarios = await loadPageScenarios();
const ROW = /^\| `([^`]+)` \| (.+) \|$/gm;

test("docs/firefox.md says of every scenario that is otherwise in Firefox, and of no other, what and why", () => {
  const docs = readFileSync(new URL("../docs/firefox.md", import.meta.url), "utf8");
  const table = docs.slice(docs.indexOf("### Scenarios"));
  const told = [...table.matchAll(ROW)].map(([, name, why]) => ({ name, why }));
  const stated = scenarios.flatMap(({ name, firefox }) => {
    if (!firefox) return [];
    return { name, why: "cannot" in firefox ? firefox.cannot : firefox.because };
  });
  expect(told).toEqual(stated);
});
