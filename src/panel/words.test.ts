import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "vite";
import { expect, test } from "vitest";

const FOLDER = import.meta.dirname;

/** Attributes that somebody reads or hears. */
const SAID = new Set(["title", "aria-label", "placeholder", "alt", "label", "hint"]);

/** Of a syntax tree (ESTree), what is of interest here. */
interface Node {
  type?: string;
  name?: { name?: unknown };
  value?: unknown;
}

/** Texts that stand between tags or in an attribute that is said. */
function wordsIn(name: string, source: string): string[] {
  const found: string[] = [];
  const look = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const said = wordOf(node);
    if (typeof said === "string" && /\p{L}/u.test(said)) found.push(`${name}: ${said.trim()}`);
    Object.values(node).forEach(look);
  };
  look(parseSync(name, source).program);
  return found;
}

function wordOf({ type, name, value }: Node): unknown {
  if (type === "JSXText") return value;
  if (type !== "JSXAttribute" || !SAID.has(String(name?.name))) return null;
  return (value as Node | null)?.type === "Literal" ? (value as Node).value : null;
}

test("no view has words of its own: a translation finds all of them in one place", () => {
  expect(wordsIn("a.tsx", 'const view = <p title="Read me">Hello {name}</p>;')).toEqual([
    "a.tsx: Read me",
    "a.tsx: Hello",
  ]);
  const views = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tsx"));
  expect(views.length).toBeGreaterThan(50);
  expect(views.flatMap((name) => wordsIn(name, readFileSync(join(FOLDER, name), "utf8")))).toEqual([]);
});
