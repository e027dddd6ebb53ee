import { join } from "node:path";
import { expect, test } from "playwright/test";
import { zipOf } from "../../src/packaging/packed.js";
import type { Report } from "../../src/report/json.js";
import { openPanel } from "../browser/devtools-panel.js";
import { launchFirefox } from "../browser/firefox/launch.js";
import { openToolboxPanel } from "../browser/firefox/toolbox-panel.js";
import { launchWithExtension } from "../browser/launch.js";
import { saveExport } from "../export.js";
import { firefoxMissing } from "../lab/requirements.js";
import notFound from "../lab/scenarios/socket-io-not-found.js";
import { showCards } from "../panel-steps.js";
import { installedCommand } from "./installed-command.js";
import { inEmptyFolder } from "./temporary-folder.js";
import { unzip } from "./unzip.js";

const TITLE = "Handshake Triage";
const causes = notFound.cards.map((card) => card.cause);

test("Chromium's package explains a failure, and the packaged command line reads what it exports", async () => {
  await inEmptyFolder(async (folder) => {
    const extensionDir = join(folder, "extension");
    await unzip(zipOf("chromium"), extensionDir);
    const browser = await launchWithExtension({ extensionDir, headless: true });
    try {
      const panel = await openPanel(browser, { title: TITLE });
      await showCards({ page: browser.page, panel }, notFound);
      const har = await saveExport(browser, panel, "har", folder);
      const { out, complaints } = installedCommand(folder, "analyze", har, "--format", "json");
      expect(out, complaints).toMatch(/^\{/);
      const { cards } = JSON.parse(out) as Report;
      expect(cards.map(({ causes }) => causes[0]?.cause)).toEqual(causes);
      expect(browser.collectErrors().all()).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

test("Firefox's package explains a failure", async () => {
  const missing = await firefoxMissing();
  test.skip(missing !== null, missing ?? "");
  const browser = await launchFirefox({ extension: zipOf("firefox"), headless: true });
  try {
    const panel = await openToolboxPanel(browser.window, TITLE);
    await showCards({ page: browser.tab, panel }, notFound);
  } finally {
    await browser.close();
  }
});
