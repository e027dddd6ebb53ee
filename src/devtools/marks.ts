import browser from "webextension-polyfill";
import { PANEL_SETTINGS } from "../messages.js";

/** Places that the user has marked in the panel's settings: what is asked of them is recorded, whatever it looks like. */
export function watchMarks(): (url: string) => boolean {
  let marked: string[] = [];
  const read = (settings: unknown) => {
    const { marks } = (settings ?? {}) as { marks?: unknown };
    marked = (Array.isArray(marks) ? marks : []).map(({ url }: { url?: unknown }) => placeOf(String(url)));
  };
  browser.storage.local.get(PANEL_SETTINGS).then(
    (stored) => read(stored[PANEL_SETTINGS]),
    (error: unknown) => console.warn("Handshake Triage: marked places could not be read", error),
  );
  browser.storage.local.onChanged.addListener((changes) => {
    if (PANEL_SETTINGS in changes) read(changes[PANEL_SETTINGS]?.newValue);
  });
  return (url) => marked.length > 0 && marked.includes(placeOf(url).replace(/\/negotiate\/?$/i, ""));
}

/** Without query, and ws for http. */
function placeOf(url: string): string {
  return (url.split(/[?#]/)[0] ?? "").replace(/^ws/, "http");
}
