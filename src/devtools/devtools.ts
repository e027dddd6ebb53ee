import browser from "webextension-polyfill";
import { watchDevtoolsNetwork } from "../capture/devtools-network.js";
import type { TrafficEvent } from "../core/traffic.js";
import { batches, connectToHub } from "../messages.js";

/** Lives as long as DevTools is open: records from then on, whether the panel is open or not, and keeps what it and the page saw. */
const tab = browser.devtools.inspectedWindow.tabId;
let recorded: TrafficEvent[] = [];

const hub = connectToHub((port) => {
  port.send({ type: "hello", room: "recorder", tab });
  for (const message of batches(recorded)) port.send(message);
  port.onMessage((message) => {
    if (message.type === "clear") {
      // What cannot be seen is no less true for a new recording.
      recorded = recorded.filter(({ kind }) => kind === "coverage");
      for (const batch of batches(recorded)) port.send(batch);
    }
    if (message.type === "events") recorded.push(...message.events);
    if (message.type === "refresh") void source.refresh();
  });
});

const source = watchDevtoolsNetwork((events) => {
  recorded.push(...events);
  for (const message of batches(events)) hub.send(message);
});

await browser.devtools.panels.create("Handshake Triage", "/src/icons/48.png", "/src/panel/panel.html");
