import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { gzipSync } from "node:zlib";

const KILOBYTE = 1024;

/** What explains failed connections (`src/panel/diagnosed.ts`): asked for at the first moment, and the panel is drawn before it is there. */
const DIAGNOSED = "diagnosed.js";

interface PanelScripts {
  /** The panel's own: the page's script and all that it imports. Nothing is drawn before they are there. */
  atOnce: string[];
  /** Loaded beside them at every opening. */
  beside: string[];
}

/** The panel's scripts in a built extension, as paths in its folder. */
export function panelScripts(folder: string): PanelScripts {
  const page = "src/panel/panel.html";
  const entry = /<script[^>]*src="\/([^"]+)"/.exec(readFileSync(join(folder, page), "utf8"))?.[1];
  if (entry === undefined) throw new Error(`${page} of ${folder} names no script`);
  const atOnce = withImports(folder, entry);
  const diagnosed = [...atOnce]
    .flatMap((file) => importedLater(folder, file))
    .find((file) => basename(file) === DIAGNOSED);
  if (diagnosed === undefined)
    throw new Error(`the panel loads no ${DIAGNOSED} beside it: does anything import it at once?`);
  return { atOnce: [...atOnce], beside: [...withImports(folder, diagnosed)].filter((file) => !atOnce.has(file)) };
}

const IMPORT = /(?:^|[;}])\s*(?:import|export)(?:[\w$\s{},*]*?from)?\s*["']([^"']+)["']/g;
const IMPORT_LATER = /\bimport\(\s*[`"']([^`"']+)[`"']\s*\)/g;

function withImports(folder: string, entry: string): Set<string> {
  const found = new Set([entry]);
  for (const file of found) for (const each of named(folder, file, IMPORT)) found.add(each);
  return found;
}

function importedLater(folder: string, file: string): string[] {
  return named(folder, file, IMPORT_LATER);
}

function named(folder: string, file: string, how: RegExp): string[] {
  const code = readFileSync(join(folder, file), "utf8");
  return [...code.matchAll(how)].map(([, path = ""]) => join(dirname(file), path));
}

/** Of files of a built extension, gzip, each by itself. */
export function kilobytes(folder: string, files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length / KILOBYTE, 0);
}
