import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "playwright/test";
import { zipOf } from "../../src/packaging/packed.js";
import { openPanel } from "../browser/devtools-panel.js";
import type { LaunchedBrowser } from "../browser/launch.js";
import { createProfile, removeProfile } from "../browser/profile.js";
import { withChromium } from "../browser/with-chromium.js";
import { inEmptyFolder } from "./temporary-folder.js";
import { unzip } from "./unzip.js";

const field = (name: string) => `[data-testid=setting-${name}]`;

test("an update from the version before keeps what the user chose", async () => {
  const profile = await createProfile("undocked", "light");
  try {
    await inEmptyFolder(async (extensionDir) => {
      const options = { extensionDir, profile, autoOpenDevtools: true };
      await unzip(zipOf("chromium"), extensionDir);
      const current = await renumber(extensionDir, "0.0.1");
      await withChromium(async (browser) => {
        const panel = await openSettings(browser);
        await panel.click(field("payloads"));
        await panel.click(field("keeps"));
        await panel.click(field("own"));
        await panel.type("corp.example");
        await panel.waitFor(`chrome.storage.local.get().then((all) => JSON.stringify(all).includes("corp.example"))`);
        expect(await versionOf(browser)).toBe("0.0.1");
      }, options);

      await unzip(zipOf("chromium"), extensionDir);
      await withChromium(async (browser) => {
        expect(await versionOf(browser)).toBe(current);
        const panel = await openSettings(browser);
        const chosen = `["payloads", "keeps", "emails"].map((name) => document.querySelector("[data-testid=setting-" + name + "]").checked)`;
        expect(await panel.evaluate(chosen)).toEqual([true, false, false]);
        expect(await panel.evaluate(`document.querySelector("${field("own")}").value`)).toBe("corp.example");
        expect(browser.collectErrors().all()).toEqual([]);
      }, options);
    });
  } finally {
    await removeProfile(profile);
  }
});

/** Gives an unpacked extension another version, and says which it had. */
async function renumber(folder: string, version: string): Promise<string> {
  const file = join(folder, "manifest.json");
  const manifest = JSON.parse(await readFile(file, "utf8")) as { version: string };
  await writeFile(file, JSON.stringify({ ...manifest, version }));
  return manifest.version;
}

async function openSettings(browser: LaunchedBrowser) {
  const panel = await openPanel(browser);
  await panel.click("[data-testid=settings]");
  await panel.waitFor(`document.querySelector("${field("own")}")`);
  return panel;
}

function versionOf({ serviceWorker }: LaunchedBrowser): Promise<string> {
  return serviceWorker.evaluate<string>("chrome.runtime.getManifest().version");
}
