import { execFileSync, spawnSync } from "node:child_process";
import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "playwright/test";
import { ALL_PACKED } from "../../src/packaging/packed.js";
import { inEmptyFolder } from "./temporary-folder.js";

test("a checkout in another place, language and time zone gives the same bytes", async () => {
  await inEmptyFolder(async (folder) => {
    const checkout = join(folder, "somewhere", "else", "with a space");
    for (const file of [...sources(), "node_modules"]) {
      await cp(file, join(checkout, file), { recursive: true, verbatimSymlinks: true });
    }
    const elsewhere = { ...process.env, TZ: "Pacific/Apia", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" };
    const run = spawnSync("npm", ["run", "package"], { cwd: checkout, env: elsewhere, encoding: "utf8" });
    expect(run.status, run.stdout + run.stderr).toBe(0);
    for (const file of ALL_PACKED) {
      const [here, there] = await Promise.all([readFile(file), readFile(join(checkout, file))]);
      expect(here.equals(there), `${file} differs; if the sources are newer than it, npm run package`).toBe(true);
    }
  });
});

/** The files of this checkout as they are, committed or not. */
function sources(): string[] {
  const list = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    encoding: "utf8",
  });
  return list.split("\0").filter(Boolean);
}
