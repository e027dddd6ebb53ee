import { ErrorLog } from "../browser/error-log.js";
import { readExtension } from "../browser/extension-id.js";
import { ServiceWorker } from "../browser/service-worker.js";
import { waitUntil } from "../browser/wait.js";
import type { Chromium } from "./chromium.js";

/** One document whose tap came forward, and how many of each kind of event arrived from it. */
export interface TappedDocument {
  url: string;
  kinds: Record<string, number>;
}

/** Sits in the extension's worker and notes what the taps of documents send there: what is not there was not tapped. */
export interface Witness {
  /** The documents since it was last asked. */
  documents(): Promise<TappedDocument[]>;
}

export async function createWitness({ cdp }: Chromium, extension: string): Promise<Witness> {
  const { id } = await readExtension(extension);
  const worker = new ServiceWorker(cdp, id);
  // Being watched, the worker lives on; else it would end while a slow test runs, and what it noted with it.
  await worker.watch(new ErrorLog());
  await waitUntil("the tap to be registered", async () => {
    const count = await worker.evaluate<number>(
      "chrome.scripting.getRegisteredContentScripts().then(({ length }) => length)",
    );
    return count === 2;
  });
  await worker.evaluate<void>(NOTE_TAPS);
  return { documents: () => worker.evaluate<TappedDocument[]>("self.tappedDocuments.splice(0)") };
}

const NOTE_TAPS = `
self.tappedDocuments = [];
chrome.runtime.onConnect.addListener((port) => {
  if (!port.name.startsWith("page-tap/")) return;
  const noted = { url: port.sender.url, kinds: {} };
  self.tappedDocuments.push(noted);
  port.onMessage.addListener(({ events = [] }) => {
    for (const { kind } of events) noted.kinds[kind] = (noted.kinds[kind] ?? 0) + 1;
  });
});`;
