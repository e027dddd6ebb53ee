import { readdir } from "node:fs/promises";
import type { DevtoolsPanel } from "./browser/devtools-panel.js";
import type { LaunchedBrowser } from "./browser/launch.js";
import { waitUntil } from "./browser/wait.js";

const BUTTON = {
  har: { testId: "export-har", ending: ".har" },
  markdown: { testId: "export-report", ending: ".md" },
} as const;

/** Clicks the panel's own export button and waits for the file; returns its name. */
export async function saveExport(
  browser: LaunchedBrowser,
  panel: DevtoolsPanel,
  format: keyof typeof BUTTON,
  folder: string,
): Promise<string> {
  const { testId, ending } = BUTTON[format];
  const before = new Set(await readdir(folder));
  await browser.cdp.browser.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
  await panel.click(`[data-testid=${testId}]`);
  return waitUntil(`the ${format} export in ${folder}`, async () =>
    (await readdir(folder)).find((name) => name.endsWith(ending) && !before.has(name)),
  );
}
