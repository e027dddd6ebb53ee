import chromium from "../manifest.json" with { type: "json" };

export const browsers = ["chromium", "firefox"] as const;
export type Browser = (typeof browsers)[number];

export function isBrowser(name: string): name is Browser {
  return (browsers as readonly string[]).includes(name);
}

/** The oldest Firefox that knows `data_collection_permissions`, on the desktop and on Android. */
const OLDEST_FIREFOX = "142.0";

/** `manifest.json` is Chromium's; here is all that Firefox wants otherwise. */
export function manifestFor(browser: Browser) {
  if (browser === "chromium") return chromium;
  const { minimum_chrome_version: _, background, permissions, optional_permissions, ...same } = chromium;
  return {
    ...same,
    // An event page: it stops when idle, as a service worker does.
    background: { scripts: [background.service_worker], type: background.type },
    // Watching requests hides nothing from anybody here, and without it no status of a refused WebSocket before DevTools opens.
    permissions: [...permissions, ...optional_permissions],
    browser_specific_settings: {
      gecko: {
        id: "handshake-triage@handshake-triage.github.io",
        strict_min_version: OLDEST_FIREFOX,
        data_collection_permissions: { required: ["none" as const] },
      },
    },
  };
}
