import browser from "webextension-polyfill";
import { watchDevtoolsNetwork } from "../capture/devtools-network.js";
import { createBoundedLog } from "../core/event-log.js";
import { batches, connectToHub } from "../messages.js";

/** Lives as long as DevTools is open: records from then on, whether the panel is open or not, and keeps what it and the page saw. */
const tab = browser.devtools.inspectedWindow.tabId;
let recorded = createBoundedLog();
/** After the first greeting: what the worker held before is then here, too. */
let hasAll = false;

const hub = connectToHub((port) => {
  port.send({ type: "hello", room: "recorder", tab, hasAll });
  for (const message of batches(recorded.events())) port.send(message);
  if (hasAll) port.send({ type: "missed", ...recorded.dropped });
  port.onMessage((message) => {
    if (message.type === "clear") {
      // What cannot be seen is no less true for a new recording.
      const coverage = recorded.events().filter(({ kind }) => kind === "coverage");
      recorded = createBoundedLog();
      for (const batch of batches(recorded.add(coverage))) port.send(batch);
    }
    if (message.type === "events") recorded.add(message.events);
    if (message.type === "missed" && !hasAll) {
      hasAll = true;
      recorded.noteDropped(message);
    }
    if (message.type === "refresh") void source.refresh();
  });
});

const source = watchDevtoolsNetwork((events) => {
  for (const message of batches(recorded.add(events))) hub.send(message);
});

await browser.devtools.panels.create("Handshake Triage", "/src/icons/48.png", "/src/panel/panel.html");
