import browser, { type Runtime } from "webextension-polyfill";
import type { TrafficEvent } from "../core/traffic.js";
import { pageTapEvents, type TappedFrame } from "./page-tap-events.js";
import { TappedMessage } from "./tapped.js";

/** The document that a tap's message comes from. */
export interface TappedDocument {
  tab: number;
  frame: TappedFrame;
}

/** Null where nothing may be recorded: in a private window, or outside a tab. */
export function tappedDocument(sender: Runtime.MessageSender | undefined, document: string): TappedDocument | null {
  const { tab, frameId, url = "" } = sender ?? {};
  if (tab?.id === undefined || tab.incognito) return null;
  return { tab: tab.id, frame: { id: `${frameId ?? 0}.${document}`, origin: originOf(sender), url } };
}

/** Chromium says it itself, also of a document without a URL of its own. */
function originOf(sender: (Runtime.MessageSender & { origin?: string }) | undefined): string {
  const url = sender?.url ?? "";
  return sender?.origin ?? (URL.canParse(url) ? new URL(url).origin : "null");
}

/**
 * Takes what the taps of these tabs tell. Whoever records elsewhere hears the same messages and says nothing to them;
 * where nobody answers, the page keeps what it has to tell.
 */
export function listenToTaps(
  records: (tab: number) => boolean,
  record: (tab: number, events: TrafficEvent[]) => Promise<void> | void,
): void {
  browser.runtime.onMessage.addListener((raw: unknown, sender: Runtime.MessageSender) => {
    const message = TappedMessage.safeParse(raw);
    const from = message.success && tappedDocument(sender, message.data.document);
    if (!from || !records(from.tab)) return undefined;
    const events = message.data.events.flatMap((event) => pageTapEvents(event, from.frame));
    return Promise.resolve(record(from.tab, events)).then(() => true);
  });
}
