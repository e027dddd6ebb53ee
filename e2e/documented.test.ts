import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

test("CONTRIBUTING says of every script what it does, and of none that there is not", () => {
  const told = scriptsIn(rowsOf("CONTRIBUTING.md"));
  expect([...told].sort()).toEqual(Object.keys(scripts).sort());
});

/** The first cells of the table: its commands. */
function rowsOf(file: string): string[] {
  const table = readFileSync(file, "utf8").split("## Scripts")[1]?.split("\n## ")[0] ?? "";
  return table.split("\n").flatMap((line) => line.match(/^\| (`.*?`) \|/)?.[1] ?? []);
}

/** `npm test` and `npm start` need no "run"; after a first command its neighbours are named alone. */
function scriptsIn(cells: string[]): Set<string> {
  const commands = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, command = ""]) => command));
  return new Set(commands.map((command) => command.replace(/^npm (run )?/, "").split(" ")[0] ?? ""));
}
