import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";

/** One import of a source file; paths are those below `src/`. */
export interface Arrow {
  file: string;
  room: string;
  /** As it is written. */
  target: string;
  /** What it leads to; null where that is no source file of ours. */
  to: { file: string; room: string } | null;
}

const SRC = join(import.meta.dirname, "..");
const IMPORT = /(?:^|\n)(?:import|export)\s+(?:[^"';]*?\sfrom\s+)?"([^"]+)"|\bimport\("([^"]+)"\)/g;

/** Every import of what is built. Tests, what they need and the panel's preview page may look anywhere. */
export function arrows(): Arrow[] {
  return readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|\.d\.ts$|preview|[/\\]testing[/\\]/.test(name))
    .flatMap((name) => {
      const file = name.split(sep).join("/");
      return [...readFileSync(join(SRC, name), "utf8").matchAll(IMPORT)].map(([, written, later]) => {
        const target = written ?? later ?? "";
        return { file, room: roomOf(file), target, to: leadsTo(file, target) };
      });
    });
}

function leadsTo(file: string, target: string): Arrow["to"] {
  if (!target.startsWith(".")) return null;
  const path = join(dirname(file), target.replace(/\?.*/, "")).split(sep).join("/");
  const found = [path, path.replace(/\.js$/, ".ts"), path.replace(/\.js$/, ".tsx")].find((each) =>
    existsSync(join(SRC, each)),
  );
  return found === undefined || found.startsWith("..") ? null : { file: found, room: roomOf(found) };
}

/** Reading a pasted text knows no browser, unlike the rest of its folder: a room of its own. */
function roomOf(file: string): string {
  if (file.startsWith("capture/text/")) return "capture/text";
  return file.split("/")[0]?.replace(/\.tsx?$/, "") ?? "";
}

/** Where one gets back to the file one came from, as a list of files; null where no way leads back. */
export function wayBack(all: readonly Arrow[]): string[] | null {
  const next = new Map<string, string[]>();
  for (const { file, to } of all) if (to) next.set(file, [...(next.get(file) ?? []), to.file]);
  const done = new Set<string>();
  const search = (file: string, way: string[]): string[] | null => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const each of next.get(file) ?? []) {
      const found = search(each, [...way, file]);
      if (found) return found;
    }
    done.add(file);
    return null;
  };
  for (const file of next.keys()) {
    const found = search(file, []);
    if (found) return found;
  }
  return null;
}
