import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { browsers } from "../manifest.js";
import { lintAddOn } from "./lint.js";
import { ALL_PACKED, PACKED, zipOf } from "./packed.js";
import { zipFolder } from "./zip.js";

/** `npm run package`, after a build: what is handed to the stores and to npm, each with its size and checksum. */
rmSync(PACKED, { recursive: true, force: true });
mkdirSync(PACKED, { recursive: true });
for (const browser of browsers) writeFileSync(zipOf(browser), await zipFolder(`dist/${browser}`));
// The command line was built a moment ago, so there is nothing that npm would have to build first.
execFileSync("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", PACKED]);
for (const file of ALL_PACKED) {
  const bytes = readFileSync(file);
  const sum = createHash("sha256").update(bytes).digest("hex");
  console.log(`${sum}  ${file}  ${Math.round(bytes.length / 1024)} KB`);
}
const remarks = lintAddOn(zipOf("firefox"));
console.log(`Linter of Firefox's add-ons: ${remarks.length} errors, warnings and notices`);
for (const remark of remarks) console.error(remark);
process.exitCode = remarks.length > 0 ? 1 : 0;
