import browser from "webextension-polyfill";
import { watchDevtoolsNetwork } from "../capture/devtools-network.js";
import { isFirefox } from "../capture/firefox.js";
import { shelfKey, shelved } from "../capture/shelf-chunk.js";
import { hearTap, isTap, tappedDocument } from "../capture/tapped-pages.js";
import { connectToHub } from "../messages.js";
import { watchMarks } from "./marks.js";
import { createRecorder } from "./recorder.js";

/** A worker takes the page's tap away where no recorder comes back to it soon. */
const BACK_WITHIN_MS = 1000;

/** Lives as long as DevTools is open: records from then on, whether the panel is open or not, and keeps what it and the page saw. */
const tab = browser.devtools.inspectedWindow.tabId;
const recorder = createRecorder(tab);
const hub = connectToHub((port) => {
  recorder.greet(port);
  port.onMessage((message) => {
    if (message.type === "clear") source.tellAnew();
    if (message.type === "events" && isFirefox) source.hear(message.events);
    if (message.type === "refresh") source.refresh();
    else recorder.hear(message, port);
  });
}, BACK_WITHIN_MS);
const record = (events: Parameters<typeof recorder.record>[0]) => recorder.record(events, hub);
const source = watchDevtoolsNetwork(record, watchMarks());
function hear(events: Parameters<typeof record>[0]): void {
  source.behindPage(() => record(events));
  if (events.some(({ kind }) => kind === "asked")) source.expect();
}
// Firefox lets no page of DevTools hear them: there the worker does.
if (!isFirefox)
  browser.runtime.onConnect.addListener((port) => {
    // Other ports are the worker's, which a word from here would cut.
    const from = isTap(port) ? tappedDocument(port) : null;
    if (from?.tab === tab) hearTap(port, from, hear);
  });

/** DevTools may be closed while no worker is there to take the rest: the next one finds it in the store. */
addEventListener("pagehide", () => {
  const events = recorder.leftOver();
  if (events.length === 0) return;
  browser.storage.session.set(shelved(shelfKey(tab, Date.now()), { events })).catch((error: unknown) => {
    console.warn(`Handshake Triage: the last ${events.length} events of the tab could not be kept`, error);
  });
});

await browser.devtools.panels.create("Handshake Triage", "/src/icons/48.png", "/src/panel/panel.html");
