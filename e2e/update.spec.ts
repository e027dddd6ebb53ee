import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "playwright/test";
import { openPanel } from "./browser/devtools-panel.js";
import { launchWithExtension } from "./browser/launch.js";
import { waitUntil } from "./browser/wait.js";
import notFound from "./lab/scenarios/socket-io-not-found.js";
import { inEmptyFolder } from "./packages/temporary-folder.js";
import { counts, showCards } from "./panel-steps.js";

const VERSION = "chrome.runtime.getManifest().version";
const NEWER = "99.0";
/** Chromium takes updates from a store or from an administrator's server only; what it tells the extension then is told here. */
const TELL = `chrome.runtime.onUpdateAvailable.dispatch({ version: "${NEWER}" })`;

test("an update waits until DevTools and the recorded tab are closed, and is there then", async () => {
  await inEmptyFolder(async (folder) => {
    const extensionDir = join(folder, "extension");
    await cp("dist/chromium", extensionDir, { recursive: true });
    const browser = await launchWithExtension({ extensionDir, headless: true, autoOpenDevtools: false });
    try {
      const { extensionId, serviceWorker } = browser;
      const page = await browser.context.newPage();
      const panel = await openPanel(browser, { title: "Handshake Triage", page });
      await showCards({ page, panel }, notFound);
      const manifest = JSON.parse(await readFile(join(extensionDir, "manifest.json"), "utf8")) as { version: string };
      await writeFile(join(extensionDir, "manifest.json"), JSON.stringify({ ...manifest, version: NEWER }));
      await serviceWorker.evaluate(TELL);
      await showCards({ page, panel }, notFound);
      await expect.poll(() => counts(panel)).toEqual(["path-mismatch ×4"]);
      expect(await serviceWorker.evaluate(VERSION)).toBe(manifest.version);
      await panel.close();
      await page.close();
      const settings = await browser.context.newPage();
      await settings.goto("chrome://extensions/");
      const version = () =>
        settings.evaluate<string>(
          `chrome.developerPrivate.getExtensionInfo("${extensionId}").then((it) => it.version)`,
        );
      await waitUntil("the newer version", async () => (await version()) === NEWER);
    } finally {
      await browser.close();
    }
  });
});
