import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { deflateAsync } from "@gfx/zopfli";
import { archive } from "./archive.js";

/** More rounds than these save some bytes of each 100 KB, and take as long again. */
const ROUNDS = { numiterations: 5 };

/**
 * The files below a folder as a ZIP that depends on their names and contents alone: sorted, all of one date, and packed by
 * code that comes with the checkout, so that neither the system's zlib nor the file system leaves a trace. Zopfli packs
 * 6 % smaller than others, and takes seconds, which only `npm run package` spends.
 */
export async function zipFolder(folder: string): Promise<Uint8Array> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .split(sep)
        .join("/"),
    )
    .sort();
  if (names.length === 0) throw new Error(`There is nothing in ${folder} to pack: npm run build`);
  const files = [];
  for (const name of names) {
    const bytes = readFileSync(join(folder, name));
    files.push({ name, bytes, deflated: await deflateAsync(bytes, ROUNDS) });
  }
  return archive(files);
}
