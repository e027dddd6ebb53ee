import browser, { type Runtime } from "webextension-polyfill";
import type { TrafficEvent } from "../core/traffic.js";
import { pageTapEvents, type TappedFrame } from "./page-tap-events.js";
import { PORT_PREFIX } from "./tap/wire.js";
import { type TapAnswer, TappedMessage } from "./tapped.js";

/** The document that a tap's message comes from. */
export interface TappedDocument {
  tab: number;
  frame: TappedFrame;
}

export function isTap({ name }: Runtime.Port): boolean {
  return name.startsWith(PORT_PREFIX);
}

/** Null where nothing may be recorded: in a private window, or outside a tab. */
export function tappedDocument({ name, sender }: Runtime.Port): TappedDocument | null {
  const { tab, frameId, url = "" } = sender ?? {};
  if (tab?.id === undefined || tab.incognito) return null;
  const id = `${frameId ?? 0}.${name.slice(PORT_PREFIX.length)}`;
  return { tab: tab.id, frame: { id, origin: originOf(sender), url } };
}

/** Chromium says it itself, also of a document without a URL of its own. */
function originOf(sender: (Runtime.MessageSender & { origin?: string }) | undefined): string {
  const url = sender?.url ?? "";
  return sender?.origin ?? (URL.canParse(url) ? new URL(url).origin : "null");
}

/**
 * Takes what the tap of this document tells, and says so once it is recorded: until then its page keeps it. What no tap of
 * ours would tell is dropped with its batch, and the recording says that it lacks it.
 */
export function hearTap(
  port: Runtime.Port,
  { frame }: TappedDocument,
  record: (events: TrafficEvent[]) => Promise<void> | void,
): void {
  port.onMessage.addListener((raw: unknown) => {
    const message = TappedMessage.safeParse(raw);
    const { batch, events } = message.data ?? dropped(raw);
    if (!message.success) console.warn("Handshake Triage: dropped what no tap tells", message.error.issues);
    void Promise.resolve(record(events.flatMap((event) => pageTapEvents(event, frame)))).then(() =>
      answerTap(port, { type: "taken", batch }),
    );
  });
  port.onDisconnect.addListener(() => void browser.runtime.lastError); // The same whether its page has gone or is in the back/forward cache.
  answerTap(port, { type: "hears" });
}

/** Whatever it is: who sent it may go on, and hears by its number that it need not send it again. */
function dropped(raw: unknown): Pick<TappedMessage, "batch" | "events"> {
  const { batch, events } = (typeof raw === "object" && raw !== null ? raw : {}) as Partial<Record<string, unknown>>;
  const count = Array.isArray(events) && events.length > 0 ? events.length : 1;
  return { batch: typeof batch === "number" ? batch : 0, events: [{ kind: "lost", at: Date.now(), count }] };
}

export function answerTap(port: Runtime.Port, answer: TapAnswer): void {
  try {
    port.postMessage(answer);
  } catch {
    // Its page has just gone, or opens a new port and tells it all again.
  }
}
