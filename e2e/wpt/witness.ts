import { evaluateIn } from "../browser/evaluate.js";
import { readExtension } from "../browser/extension-id.js";
import { waitUntil } from "../browser/wait.js";
import type { Chromium } from "./chromium.js";

/** One document whose tap came forward, and how many of each kind of event arrived from it; of "lost", how many were. */
export interface TappedDocument {
  url: string;
  kinds: Record<string, number>;
}

/** Sits in the extension's worker and notes what the taps of documents send there: what is not there was not tapped. */
export interface Witness {
  documents(): Promise<TappedDocument[]>;
  /** What came so far is of no interest any more. */
  forget(): Promise<void>;
}

/**
 * Stays attached to the worker: it lives on then, and what it noted with it. Watching for workers that start later would
 * take a browser-wide attachment, under which windows that a test opens never load.
 */
export async function createWitness({ cdp }: Chromium, extension: string): Promise<Witness> {
  const { id } = await readExtension(extension);
  const { targetId } = await waitUntil("the extension's worker", async () => {
    const targets = await cdp.targets();
    return targets.find(({ type, url }) => type === "service_worker" && url.startsWith(`chrome-extension://${id}/`));
  });
  const worker = await cdp.attach(targetId);
  await waitUntil("the tap to be registered", async () => (await evaluateIn<number>(worker, COUNT_SCRIPTS)) === 2);
  await evaluateIn<void>(worker, NOTE_TAPS);
  return {
    documents: () => evaluateIn<TappedDocument[]>(worker, "self.tappedDocuments"),
    forget: () => evaluateIn<void>(worker, "void self.tappedDocuments.splice(0)"),
  };
}

const COUNT_SCRIPTS = "chrome.scripting.getRegisteredContentScripts().then(({ length }) => length)";

const NOTE_TAPS = `
self.tappedDocuments = [];
const documents = new Map();
const told = new Set();
chrome.runtime.onConnect.addListener(({ name, sender: { url, frameId }, onMessage }) => {
  if (!name.startsWith("page-tap/")) return;
  const noted = documents.get(name) ?? { url, kinds: {} };
  onMessage.addListener(({ type, events = [] }) => {
    if (type !== "tapped") return;
    if (!documents.has(name)) self.tappedDocuments.push(noted);
    documents.set(name, noted);
    for (const event of events) {
      // A page that comes back tells again what nobody has said to have.
      const [list] = (event.packed ?? "").split(";", 1);
      const once = name + (list || JSON.stringify({ ...event, head: null }));
      if (told.has(once)) continue;
      told.add(once);
      const kind = list ? "message" : event.kind;
      const count = list ? list.split(",").length - 1 : (event.count ?? 1);
      noted.kinds[kind] = (noted.kinds[kind] ?? 0) + count;
    }
  });
});`;
