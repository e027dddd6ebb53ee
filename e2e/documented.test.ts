import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const { scripts, devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
  scripts: Record<string, string>;
  devDependencies: Record<string, string>;
};

test("CONTRIBUTING says of every script what it does, and of none that there is not", () => {
  const table = readFileSync("CONTRIBUTING.md", "utf8").split("## Scripts")[1]?.split("\n## ")[0] ?? "";
  expect(scriptsIn(firstCells(table)), "add a row below ## Scripts").toEqual(Object.keys(scripts).sort());
});

test("docs/dependencies.md gives the reason for every dependency, and for none that there is not", () => {
  const told = firstCells(readFileSync("docs/dependencies.md", "utf8")).flatMap(codesIn);
  expect(told.sort(), "add a row, or a name to one").toEqual(Object.keys(devDependencies).sort());
});

test("every link between the documents leads somewhere", () => {
  const files = [".", "docs", "docs/store"].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".md"))
      .map((name) => join(folder, name)),
  );
  const dead = files.flatMap((file) => linksIn(file).filter((link) => !existsSync(join(dirname(file), link))));
  expect(files).toContain("README.md");
  expect(dead).toEqual([]);
});

function linksIn(file: string): string[] {
  const links = [...readFileSync(file, "utf8").matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link = ""]) => link);
  return links.filter((link) => !/^\w+:/.test(link));
}

/** Of a table's rows: what stands in backticks before the second bar. */
function firstCells(table: string): string[] {
  return table.split("\n").flatMap((line) => line.match(/^\| (`.*?`) \|/)?.[1] ?? []);
}

function codesIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
}

/** `npm test` and `npm start` need no "run"; after a first command its neighbours are named alone. */
function scriptsIn(cells: string[]): string[] {
  const names = cells.flatMap(codesIn).map((command) => command.replace(/^npm (run )?/, "").split(" ")[0] ?? "");
  return [...new Set(names)].sort();
}
