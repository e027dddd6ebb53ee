import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { type Zippable, zipSync } from "fflate";

/** The earliest that a ZIP can say. Its parts are of local time, which is what the archive holds: the same in any zone. */
const ALWAYS = new Date(1980, 0, 1);

/**
 * The files below a folder as a ZIP that depends on their names and contents alone: sorted, all of one date, and packed by
 * JavaScript, so that neither the system's zlib nor the file system leaves a trace.
 */
export function zipFolder(folder: string): Uint8Array {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .split(sep)
        .join("/"),
    )
    .sort();
  const files: Zippable = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]));
  if (names.length === 0) throw new Error(`There is nothing in ${folder} to pack: npm run build`);
  return zipSync(files, { mtime: ALWAYS, level: 9 });
}
