import type { TrafficEvent } from "../../src/core/traffic.js";
import type { DevtoolsPanel } from "../browser/devtools-panel.js";

export function tabOf(panel: DevtoolsPanel): Promise<number> {
  return panel.evaluate<number>("chrome.devtools.inspectedWindow.tabId");
}

/** What the worker would give to a panel of this tab that opens now. */
export function recordingOf(panel: DevtoolsPanel, tab: number): Promise<TrafficEvent[]> {
  return panel.evaluate<TrafficEvent[]>(`new Promise((done) => {
    const events = [];
    const port = chrome.runtime.connect();
    port.onMessage.addListener((message) => {
      if (message.type === "events") events.push(...message.events);
      if (message.type === "missed") { port.disconnect(); done(events); }
    });
    port.postMessage({ type: "hello", room: "panel", tab: ${tab} });
  })`);
}
