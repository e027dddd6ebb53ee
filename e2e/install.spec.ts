import { readFile } from "node:fs/promises";
import type { LaunchedBrowser } from "./browser/launch.js";
import { withChromium } from "./browser/with-chromium.js";
import { expect, test } from "./fixtures.js";
import { pageWithFrame, servePage } from "./lab/page.js";
import { visit, withLab } from "./panel-steps.js";

const BARE = { manifest_version: 3, name: "Any extension", version: "1" };

test("the one warning at install is that which any devtools_page causes", async ({ fresh: { browser } }) => {
  const own = JSON.parse(await readFile("dist/chromium/manifest.json", "utf8")) as Record<string, unknown>;
  const warnings = await warningsOf(browser, own);
  expect(warnings).toHaveLength(1);
  expect(await warningsOf(browser, { ...BARE, devtools_page: "devtools.html" })).toEqual(warnings);
  const { devtools_page: _, host_permissions: __, ...rest } = own;
  expect(await warningsOf(browser, rest), "the permissions of the rest").toEqual([]);
});

/** Without a script of ours in any world there is no listener of ours either. */
test("while DevTools is closed, nothing of the extension is in any page", async () => {
  await withChromium(async (browser) => {
    await withLab(async (lab) => {
      const inner = await servePage(lab, { scripts: [], script: "done();" });
      const session = await browser.context.newCDPSession(browser.page);
      const worlds: { origin: string; name: string; auxData?: { isDefault?: boolean; type?: string } }[] = [];
      session.on("Runtime.executionContextCreated", ({ context }) => void worlds.push(context));
      const scripts: string[] = [];
      session.on("Debugger.scriptParsed", ({ url }) => void scripts.push(url));
      await session.send("Runtime.enable");
      await session.send("Debugger.enable");
      await visit(browser, await pageWithFrame(lab, inner, 300));
      const pages = worlds.filter(({ auxData }) => auxData?.isDefault);
      expect(pages.length, "worlds of the page and its frame").toBeGreaterThanOrEqual(2);
      expect(worlds.filter(({ origin }) => origin.startsWith("chrome-extension:"))).toEqual([]);
      expect(scripts.length).toBeGreaterThan(0);
      expect(scripts.filter((url) => url.startsWith("chrome-extension:"))).toEqual([]);
      expect(await browser.serviceWorker.evaluate("chrome.scripting.getRegisteredContentScripts()")).toEqual([]);
      expect(await browser.serviceWorker.evaluate("typeof chrome.webRequest")).toBe("undefined");
    });
  });
});

/** As the browser would put them before somebody who installs it. */
function warningsOf({ serviceWorker }: LaunchedBrowser, manifest: object): Promise<string[]> {
  const text = JSON.stringify(JSON.stringify(manifest));
  return serviceWorker.evaluate<string[]>(`chrome.management.getPermissionWarningsByManifest(${text})`);
}
