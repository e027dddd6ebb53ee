import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type LaunchedBrowser, type LaunchOptions, launchWithExtension } from "./launch.js";
import { createProfile, removeProfile } from "./profile.js";
import { sleep, waitUntil } from "./wait.js";

export interface Granted {
  /** API permissions, such as "webRequest". */
  permissions?: string[];
  /** Host patterns, such as "<all_urls>". */
  origins?: string[];
}

/**
 * Starts the browser with optional permissions of the manifest already granted, without the prompt that nothing can
 * click. The browser has to know the extension first, so it is started, stopped, and started again on the edited
 * profile: a permission that takes effect only when the extension is loaded is then in effect.
 */
export async function launchWithGranted(options: LaunchOptions, granted: Granted): Promise<LaunchedBrowser> {
  const profile = options.profile ?? (await createProfile(options.dock ?? "undocked", options.theme ?? "light"));
  const remove = () => (options.profile === undefined ? removeProfile(profile) : Promise.resolve());
  try {
    const { url: _later, ...firstTime } = options;
    const first = await launchWithExtension({ ...firstTime, profile, autoOpenDevtools: false });
    await first.close();
    await editPreferences(profile, first.extensionId, granted);
    const browser = await launchWithExtension({ ...options, profile });
    await steady(browser);
    return {
      ...browser,
      close: async () => {
        await browser.close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Soon after such a start the browser begins the worker once more; what a page asks in between nobody would see. */
async function steady({ serviceWorker }: LaunchedBrowser): Promise<void> {
  const begunAt = () => serviceWorker.evaluate<number>("performance.timeOrigin");
  await waitUntil("a worker that stays", async () => {
    const before = await begunAt();
    await sleep(STEADY_MS);
    return (await begunAt()) === before;
  });
}

const STEADY_MS = 1500;

/** Without Chromium's "secure preferences" (Linux, and unpacked extensions) the file is taken as it is. */
async function editPreferences(profile: string, extensionId: string, granted: Granted): Promise<void> {
  const file = join(profile, "Default", "Preferences");
  const preferences = JSON.parse(await readFile(file, "utf8")) as Preferences;
  const settings = preferences.extensions?.settings?.[extensionId];
  if (settings === undefined) throw new Error(`${file} does not know the extension ${extensionId}`);
  for (const key of ["active_permissions", "granted_permissions", "runtime_granted_permissions"] as const) {
    const set = settings[key];
    settings[key] = {
      api: union(set?.api, granted.permissions),
      explicit_host: union(set?.explicit_host, granted.origins),
      manifest_permissions: set?.manifest_permissions ?? [],
      scriptable_host: set?.scriptable_host ?? [],
    };
  }
  await writeFile(file, JSON.stringify(preferences));
}

function union(had: string[] = [], added: string[] = []): string[] {
  return [...new Set([...had, ...added])];
}

interface PermissionSet {
  api?: string[];
  explicit_host?: string[];
  manifest_permissions?: unknown[];
  scriptable_host?: string[];
}

type PermissionKey = "active_permissions" | "granted_permissions" | "runtime_granted_permissions";

interface Preferences {
  extensions?: { settings?: Record<string, Partial<Record<PermissionKey, PermissionSet>>> };
}
