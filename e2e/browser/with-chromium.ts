import { closing } from "./closing.js";
import { launchWithGranted } from "./grant.js";
import { type LaunchedBrowser, type LaunchOptions, launchWithExtension } from "./launch.js";

type Work<Result> = (browser: LaunchedBrowser) => Promise<Result>;

/** DevTools stays closed until a test opens it. */
const AS_BUILT: LaunchOptions = { extensionDir: "dist/chromium", headless: true, autoOpenDevtools: false };

/** A Chromium of one's own with the extension as it was built, unless `options` say otherwise. */
export async function withChromium<Result>(work: Work<Result>, options: Partial<LaunchOptions> = {}): Promise<Result> {
  return closing(await launchWithExtension({ ...AS_BUILT, ...options }), work);
}

/** The same where the user allowed the extension to watch requests, which turns background recording on. */
export async function withGranted<Result>(work: Work<Result>, options: Partial<LaunchOptions> = {}): Promise<Result> {
  const granted = { permissions: ["webRequest"], origins: ["<all_urls>"] };
  return closing(await launchWithGranted({ ...AS_BUILT, ...options }, granted), work);
}
