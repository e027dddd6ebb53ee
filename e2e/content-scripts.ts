import type { LaunchedBrowser } from "./browser/launch.js";
import { waitUntil } from "./browser/wait.js";

/** The ids of our scripts that run in every page that is loaded from now on. */
export function contentScripts({ serviceWorker }: LaunchedBrowser): Promise<string[]> {
  return serviceWorker.evaluate<string[]>(
    "chrome.scripting.getRegisteredContentScripts().then((all) => all.map(({ id }) => id))",
  );
}

/** The tap and its relay: registered while somebody inspects a tab, or records in the background. */
export function tapsAreRegistered(browser: LaunchedBrowser): Promise<boolean> {
  return waitUntil("the tap to be registered", async () => (await contentScripts(browser)).length === 2);
}

export function tapsAreGone(browser: LaunchedBrowser): Promise<boolean> {
  return waitUntil("the tap's scripts to go", async () => (await contentScripts(browser)).length === 0);
}
