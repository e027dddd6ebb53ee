import browser from "webextension-polyfill";
import { isFirefox } from "../capture/firefox.js";
import { watchWebRequests } from "../capture/web-request.js";
import { typedPort } from "../messages.js";
import { createHub } from "./hub.js";
import { createPageTaps } from "./page-taps.js";
import { createTapScripts } from "./tap-scripts.js";

/** The background worker: the hub, and, where the user granted `webRequest`, the recorder while no DevTools is open. */
const hub = createHub(recordersChanged);
const taps = createPageTaps(hub);
const tapScripts = createTapScripts();

/** DevTools may have been closed while the worker was stopped; recorders of open ones come back within this time. */
const RECORDERS_BACK_MS = 2000;

browser.runtime.onConnect.addListener((port) => (taps.isTap(port) ? taps.welcome(port) : hub.welcome(typedPort(port))));
setTimeout(recordersChanged, RECORDERS_BACK_MS);
browser.tabs.onRemoved.addListener((tab) => hub.forget(tab));
watchWebRequests((tab, event) => {
  // In Chromium DevTools knows more, and all that is told here; in Firefox each knows what the other does not.
  if (isFirefox || !hub.hasRecorder(tab)) hub.record(tab, [event]);
});

/** Pages are tapped only while DevTools is open somewhere, and tell something only in the tabs that it is open on. */
function recordersChanged(): void {
  tapScripts.want(hub.hasRecorders());
  taps.recordersChanged();
}
