import { existsSync, readFileSync } from "node:fs";
import { knowledge } from "virtual:knowledge";
import { expect, test } from "vitest";
import { doorNames } from "./fuzz/attempt.js";

/** The rows of the table: who, how, what stops it, what proves it. */
const rows = readFileSync("docs/threat-model.md", "utf8")
  .split("\n")
  .filter((line) => /^\| (?!who attacks|---)/.test(line))
  .map((line) => line.split(" | ").map((cell) => cell.replace(/^\| ?| \|$/g, "")))
  .filter((cells) => cells.length === 4 && !/^-+$/.test(cells[0] ?? ""));

test.each(rows)("%s: %s – what proves that it is stopped is there", (_, how, __, proof = "") => {
  const places = [...proof.matchAll(/`([^` ]+)`/g)].map(([, place = ""]) => place);
  expect(places.length, how).toBeGreaterThan(0);
  for (const place of places) expect(existsSync(place), place).toBe(true);
  const text = places.filter((place) => place.endsWith(".ts")).map((place) => readFileSync(place, "utf8"));
  for (const [, title = ""] of proof.matchAll(/"([^"…]+)…?"/g)) expect(text.join("\n"), title).toContain(title);
});

test("the doors that it names are those of the fuzzing", () => {
  const names = doorNames(knowledge);
  const named = rows.flatMap(([, , , proof = ""]) => [...proof.matchAll(/\*([^*]+)\*/g)].map(([, name = ""]) => name));
  expect(named.length).toBeGreaterThan(5);
  for (const name of named)
    expect(
      names.some((door) => door.startsWith(name.replace(/ …$/, ""))),
      name,
    ).toBe(true);
});
