import browser from "webextension-polyfill";
import { watchWebRequests } from "../capture/web-request.js";
import { typedPort } from "../messages.js";
import { createHub } from "./hub.js";

/** The background worker: the hub, and, where the user granted `webRequest`, the recorder while no DevTools is open. */
const hub = createHub();

browser.runtime.onConnect.addListener((port) => hub.welcome(typedPort(port)));
browser.tabs.onRemoved.addListener((tab) => hub.forget(tab));
watchWebRequests((tab, event) => {
  if (!hub.hasRecorder(tab)) hub.record(tab, [event]);
});
