import type { TrafficEvent } from "../../src/core/traffic.js";
import { readHar } from "../../src/har/read.js";
import { evaluateIn } from "../browser/evaluate.js";
import { sleep, waitUntil } from "../browser/wait.js";
import { startWatch, type Watch } from "../walk.js";
import { devtoolsPage } from "./devtools-page.js";
import { median } from "./measured.js";
import { manySockets, socketsHar } from "./sockets-har.js";

/**
 * `npm run bench:opened`: when the real panel draws its first card, opened on a recording of 10,000 connections and 100,000
 * messages, against its first words where there is nothing. The recording comes to the worker as a recorder of the same tab
 * tells it; of that many events the worker's own limit keeps 50,000.
 */
const ROUNDS = 5;
const TARGET_MS = 300;

declare const chrome: {
  runtime: { connect(): { postMessage(message: unknown): void } };
  devtools: { inspectedWindow: { tabId: number } };
};

const watch = await startWatch(true);
try {
  const empty = await rounds(watch, "[data-testid=no-cards]");
  await tell(watch, readHar(socketsHar(manySockets(10_000, 10))).events);
  const full = await rounds(watch, "[data-card]");
  console.log(
    `first card, ${ROUNDS} times: ${full.join(", ")} ms; an empty panel's first words: ${empty.join(", ")} ms`,
  );
  const later = median(full) - median(empty);
  console.table([
    {
      what: "first card, panel opened on 10,000 connections",
      measured: `${median(full)} ms`,
      baseline: `${median(empty)} ms`,
      later: `${later} ms`,
      target: `≤ +${TARGET_MS} ms`,
      isMet: later <= TARGET_MS,
    },
  ]);
} finally {
  await watch.browser.close();
}

/** In milliseconds since the panel's document began to load. */
async function rounds({ panel }: Watch, selector: string): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await panel.evaluate("(globalThis.isOld = true, setTimeout(() => location.reload()), null)");
    const at = await waitUntil("the new panel", () =>
      panel.evaluate<number | undefined, string>((wanted) => {
        if ("isOld" in globalThis) return undefined;
        const drawn = () => document.querySelector(wanted) !== null;
        return new Promise((tell) => {
          const look = () => drawn() && requestAnimationFrame(() => tell(performance.now()));
          new MutationObserver(look).observe(document, { childList: true, subtree: true });
          look();
        });
      }, selector),
    );
    times.push(Math.round(at));
    await sleep(3000);
  }
  return times;
}

async function tell(watched: Watch, events: readonly TrafficEvent[]): Promise<void> {
  const devtools = devtoolsPage(watched);
  await evaluateIn(devtools, () => {
    const port = chrome.runtime.connect();
    port.postMessage({ type: "hello", room: "recorder", tab: chrome.devtools.inspectedWindow.tabId });
    Object.assign(globalThis, { told: port });
  });
  for (let from = 0; from < events.length; from += 500)
    await evaluateIn(
      devtools,
      (batch) => (globalThis as unknown as { told: { postMessage(message: unknown): void } }).told.postMessage(batch),
      { type: "events", events: events.slice(from, from + 500) },
    );
  await waitUntil("all connections", async () => (await connections(watched)) >= 5000, 120_000);
}

function connections({ panel }: Watch): Promise<number> {
  return panel.evaluate<number>(
    "Number(document.querySelector('#connections-title .count')?.textContent.replace(/\\D/g, '') ?? 0)",
  );
}
