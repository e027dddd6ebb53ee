import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { skeletonOf } from "./skeleton.js";

/** `npm run new:cause -- signalr/what-is-wrong`: writes the skeleton of an entry, and never over one that exists. */
const [id = ""] = process.argv.slice(2);
try {
  const path = join("knowledge", `${id}.md`);
  const source = skeletonOf(id);
  if (existsSync(path)) throw new Error(`${path} exists already`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, source);
  console.log(`${path}: fill in every TODO, then npm run check:knowledge`);
} catch (error) {
  console.error(`new:cause: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
