import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { PAGES_FOLDER as FOLDER } from "./pages-address.js";

/** Writes the pages anew, so that none is left of an entry that is gone; gives back how many. */
export function writePages(pages: ReadonlyMap<string, string>): number {
  rmSync(FOLDER, { recursive: true, force: true });
  for (const [path, text] of pages) {
    mkdirSync(dirname(join(FOLDER, path)), { recursive: true });
    writeFileSync(join(FOLDER, path), text);
  }
  return pages.size;
}

/** The pages that are missing, other than they should be, or of an entry that is gone. */
export function outdatedPages(pages: ReadonlyMap<string, string>): string[] {
  const there = existsSync(FOLDER) ? readdirSync(FOLDER, { recursive: true, encoding: "utf8" }) : [];
  const written = there.filter((name) => name.endsWith(".md")).map((name) => name.split(sep).join("/"));
  const changed = [...pages].filter(([path, text]) => !written.includes(path) || textOf(path) !== text);
  const strangers = written.filter((path) => !pages.has(path));
  return [...changed.map(([path]) => path), ...strangers].map((path) => `${FOLDER}/${path}`).sort();
}

function textOf(path: string): string {
  return readFileSync(join(FOLDER, path), "utf8");
}
