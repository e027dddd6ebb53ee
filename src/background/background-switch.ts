import browser from "webextension-polyfill";
import { isFirefox } from "../capture/firefox.js";
import type { WebRequestSource } from "../capture/web-request.js";
import { BACKGROUND_SETTING, BACKGROUND_SINCE } from "../messages.js";

export interface BackgroundSwitch {
  /** Are tabs recorded that DevTools is not open on? */
  isOn(): boolean;
  /** Until then it counts as on. */
  known: Promise<void>;
  /** DevTools was opened on the first tab, or closed on the last. */
  needed(byDevtools: boolean): void;
}

/**
 * Turns background recording on where the browser lets us watch requests and the user has not said no. The listeners must
 * stand before the first turn is over, else a worker that was woken for a request misses it; so they come first, and go
 * again as soon as the setting says no.
 */
export function createBackgroundSwitch(source: WebRequestSource): BackgroundSwitch {
  let isOn = false;
  let isNeeded = false;

  function set(wanted: boolean): void {
    isOn = wanted && Boolean(browser.webRequest);
    listen();
  }

  /** In Firefox much of what DevTools does not tell is seen from here, so it is listened to as long as DevTools is open. */
  function listen(): void {
    if (isOn || (isFirefox && isNeeded)) source.start();
    else source.stop();
  }

  async function readSetting(): Promise<void> {
    const { [BACKGROUND_SETTING]: setting } = await browser.storage.local.get(BACKGROUND_SETTING);
    set(setting !== false);
    await noteSince();
  }

  /** The panel says since when; what came before is not there. */
  async function noteSince(): Promise<void> {
    const { [BACKGROUND_SINCE]: since } = await browser.storage.session.get(BACKGROUND_SINCE);
    if (isOn && since === undefined) await browser.storage.session.set({ [BACKGROUND_SINCE]: Date.now() });
    if (!isOn && since !== undefined) await browser.storage.session.remove(BACKGROUND_SINCE);
  }

  set(true);
  const known = readSetting();
  // Not `storage.onChanged`: it would bring every piece of a recording that goes into the session store.
  browser.storage.local.onChanged.addListener((changes) => {
    if (BACKGROUND_SETTING in changes) void readSetting();
  });
  return {
    isOn: () => isOn,
    known,
    needed(byDevtools) {
      isNeeded = byDevtools;
      listen();
    },
  };
}
