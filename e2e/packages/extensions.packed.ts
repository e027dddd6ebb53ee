import { join } from "node:path";
import { expect, test } from "playwright/test";
import { zipOf } from "../../src/packaging/packed.js";
import type { Report } from "../../src/report/json.js";
import { closing } from "../browser/closing.js";
import { openPanel } from "../browser/devtools-panel.js";
import { launchFirefox } from "../browser/firefox/launch.js";
import { openToolboxPanel } from "../browser/firefox/toolbox-panel.js";
import { withChromium } from "../browser/with-chromium.js";
import { saveExport } from "../export.js";
import { firefoxMissing } from "../lab/requirements.js";
import notFound from "../lab/scenarios/socket-io-not-found.js";
import { showCards } from "../panel-steps.js";
import { installedCommand } from "./installed-command.js";
import { inEmptyFolder } from "./temporary-folder.js";
import { unzip } from "./unzip.js";

const causes = notFound.cards.map((card) => card.cause);

test("Chromium's package explains a failure, and the packaged command line reads what it exports", async () => {
  await inEmptyFolder(async (folder) => {
    const extensionDir = join(folder, "extension");
    await unzip(zipOf("chromium"), extensionDir);
    await withChromium(
      async (browser) => {
        const panel = await openPanel(browser);
        await showCards({ page: browser.page, panel }, notFound);
        const har = await saveExport(browser, panel, "har", folder);
        const { out, complaints } = installedCommand(folder, "analyze", har, "--format", "json");
        expect(out, complaints).toMatch(/^\{/);
        const { cards } = JSON.parse(out) as Report;
        expect(cards.map(({ causes }) => causes[0]?.cause)).toEqual(causes);
        expect(browser.collectErrors().all()).toEqual([]);
      },
      { extensionDir },
    );
  });
});

test("Firefox's package explains a failure", async () => {
  const missing = await firefoxMissing();
  test.skip(missing !== null, missing ?? "");
  await closing(await launchFirefox({ extension: zipOf("firefox"), headless: true }), async ({ window, tab: page }) => {
    await showCards({ page, panel: await openToolboxPanel(window) }, notFound);
  });
});
