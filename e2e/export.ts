import { readdir } from "node:fs/promises";
import type { DevtoolsPanel } from "./browser/devtools-panel.js";
import type { LaunchedBrowser } from "./browser/launch.js";
import { waitUntil } from "./browser/wait.js";

const ENDING = { har: ".har", markdown: ".md" } as const;

/** Clicks the panel's own export button and waits for the file; returns its name. */
export async function saveExport(
  browser: LaunchedBrowser,
  panel: DevtoolsPanel,
  format: keyof typeof ENDING,
  folder: string,
): Promise<string> {
  const before = new Set(await readdir(folder));
  await browser.cdp.browser.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
  await panel.click(`[data-export=${format}]`);
  return waitUntil(`the ${format} export in ${folder}`, async () =>
    (await readdir(folder)).find((name) => name.endsWith(ENDING[format]) && !before.has(name)),
  );
}
