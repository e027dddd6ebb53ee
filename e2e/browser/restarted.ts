import type { LaunchedBrowser } from "./launch.js";

/** An automated browser loads only what its command line names, and takes an extension's restart for its end: turns it on again. */
export async function turnOnAgain({ context, extensionId }: LaunchedBrowser): Promise<void> {
  const settings = await context.newPage();
  await settings.goto("chrome://extensions/");
  await settings.evaluate(`chrome.management.setEnabled("${extensionId}", true)`);
  await settings.close();
}
