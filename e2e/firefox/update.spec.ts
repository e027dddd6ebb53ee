import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "playwright/test";
import { zipFolder } from "../../src/packaging/zip.js";
import { launchFirefox } from "../browser/firefox/launch.js";
import { openToolboxPanel } from "../browser/firefox/toolbox-panel.js";
import { waitUntil } from "../browser/wait.js";
import { firefoxMissing } from "../lab/requirements.js";
import notFound from "../lab/scenarios/socket-io-not-found.js";
import { inEmptyFolder } from "../packages/temporary-folder.js";
import { counts, showCards } from "../panel-steps.js";

const NEWER = "99.0";

test("an update waits until DevTools and the recorded tab are closed, and is there then", async () => {
  const missing = await firefoxMissing();
  test.skip(missing !== null, missing ?? "");
  await inEmptyFolder(async (folder) => {
    const firefox = await launchFirefox({
      extension: await packed(folder, "1.0"),
      headless: true,
      permanent: true,
      // A package of this checkout has no store's signature.
      preferences: { "xpinstall.signatures.required": false },
    });
    try {
      await firefox.setHostAccess(true);
      const tab = await firefox.newTab();
      await tab.show();
      const panel = await openToolboxPanel(firefox.window);
      await showCards({ page: tab, panel }, notFound);
      expect(await firefox.offerUpdate(await packed(folder, NEWER))).toBe(true);
      await showCards({ page: tab, panel }, notFound);
      await expect.poll(() => counts(panel)).toEqual(["path-mismatch ×2", "path-mismatch ×2"]);
      expect(await firefox.runningVersion()).toBe("1.0");
      await panel.close();
      await tab.close();
      await waitUntil("the newer version", async () => (await firefox.runningVersion()) === NEWER);
    } finally {
      await firefox.close();
    }
  });
});

/** This build as another version. */
async function packed(folder: string, version: string): Promise<string> {
  const files = join(folder, version);
  await cp("dist/firefox", files, { recursive: true });
  const manifest = JSON.parse(await readFile(join(files, "manifest.json"), "utf8")) as object;
  await writeFile(join(files, "manifest.json"), JSON.stringify({ ...manifest, version }));
  const archive = `${files}.zip`;
  await writeFile(archive, await zipFolder(files));
  return archive;
}
