import browser from "webextension-polyfill";
import { BACKGROUND_SETTING, BACKGROUND_SINCE } from "../../messages.js";

/** Background recording, as the user can have it in this browser. */
export interface Background {
  /** `permission`: watching requests has a price, so it is asked for and given back, each with a restart of the extension. */
  way: "permission" | "switch" | "none";
  isOn: boolean;
  /** Epoch milliseconds; null while it is off, or until the worker has said. */
  since: number | null;
}

const WATCHING = { permissions: ["webRequest" as const] };

async function readBackground(): Promise<Background> {
  const way = wayHere();
  if (way === "none") return { way, isOn: false, since: null };
  const [isAllowed, settings, session] = await Promise.all([
    // Firefox's panels have no `permissions`; there it is one that the extension always has.
    way === "switch" || browser.permissions.contains(WATCHING),
    browser.storage.local.get(BACKGROUND_SETTING),
    browser.storage.session.get(BACKGROUND_SINCE),
  ]);
  const since = session[BACKGROUND_SINCE];
  const isOn = isAllowed && settings[BACKGROUND_SETTING] !== false;
  return { way, isOn, since: isOn && typeof since === "number" ? since : null };
}

/** The worker notes since when it is on a moment after it is. */
const LOOK_AGAIN_MS = 500;

/** Calls back with how it is now, and whenever the switch is used, here or in another panel. */
export function watchBackground(changed: (background: Background) => void): void {
  async function look(again: boolean): Promise<void> {
    const background = await readBackground();
    changed(background);
    if (again && background.isOn && background.since === null) setTimeout(look, LOOK_AGAIN_MS, false);
  }
  browser.storage.local.onChanged.addListener((changes) => {
    if (BACKGROUND_SETTING in changes) void look(true);
  });
  void look(true);
}

/**
 * To be called from a click: the browser asks the user only then. Returns false where the user, or the browser, said no;
 * where it takes a restart of the extension, this panel is gone before there is an answer.
 */
export async function turnBackground(on: boolean): Promise<boolean> {
  if (wayHere() === "switch") {
    await browser.storage.local.set({ [BACKGROUND_SETTING]: on });
    return true;
  }
  const isDone = on ? await browser.permissions.request(WATCHING) : await browser.permissions.remove(WATCHING);
  if (!isDone) return false;
  // A switch of another build may have left a "no" behind.
  if (on) await browser.storage.local.remove(BACKGROUND_SETTING);
  browser.runtime.reload();
  return true;
}

function wayHere(): Background["way"] {
  const { permissions = [], optional_permissions: optional = [] } = browser.runtime.getManifest();
  if (optional.includes("webRequest")) return "permission";
  return permissions.includes("webRequest") ? "switch" : "none";
}
