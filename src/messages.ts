import browser, { type Runtime } from "webextension-polyfill";
import * as z from "zod/mini";
import { TrafficEvent } from "./core/traffic.js";
import { whenWorkerEnds } from "./worker-life.js";

/** In `storage.local`: false where the user turned background recording off with a switch of ours. */
export const BACKGROUND_SETTING = "recordInBackground";

/** In `storage.local`: what the user chose in the panel. */
export const PANEL_SETTINGS = "panelSettings";

/** In `storage.session`: since when it has been on, in epoch milliseconds. */
export const BACKGROUND_SINCE = "backgroundSince";

/** Every message between the rooms. The hub (the background worker) stands between recorders and panels. */
export const Message = z.discriminatedUnion("type", [
  /**
   * A recorder or panel of this tab reports for duty; sent first, and again after each reconnect. A recorder that `hasAll`
   * needs not be told what the worker holds; a panel that does was told everything until the last worker ended.
   */
  z.object({
    type: z.literal("hello"),
    room: z.enum(["recorder", "panel"]),
    tab: z.number(),
    hasAll: z.optional(z.boolean()),
  }),
  /** The worker has heard of a port, and from now on holds the lock that tells of its end. */
  z.object({ type: z.literal("here") }),
  /** Recorded traffic, on its way from a recorder to the panels. Said twice, it counts once: events have ids. */
  z.object({ type: z.literal("events"), events: z.array(TrafficEvent), batch: z.optional(z.number()) }),
  /** The worker has put a recorder's batch where the next worker finds it: it need not be told again. */
  z.object({ type: z.literal("kept"), batch: z.number() }),
  /** A panel has just been opened: the recorder tells the worker all that it has, and how much it misses. */
  z.object({ type: z.literal("tell-all") }),
  /** How much of this tab's recording a limit has pushed out, in events, wherever it was held. */
  z.object({ type: z.literal("missed"), frames: z.number(), others: z.number() }),
  /** A panel asks the recorder to look now at what is still open. */
  z.object({ type: z.literal("refresh") }),
  /** Forget everything recorded so far for this tab. */
  z.object({ type: z.literal("clear") }),
]);
export type Message = z.infer<typeof Message>;

export interface TypedPort {
  send(message: Message): void;
  onMessage(listener: (message: Message) => void): void;
  onClosed(listener: () => void): void;
  close(): void;
}

/** Wraps a browser port; what is no message of ours is dropped and told of in the console. */
export function typedPort(port: Runtime.Port): TypedPort {
  /** A message may be large: it is read once, however many listen. */
  const listeners: ((message: Message) => void)[] = [];
  port.onMessage.addListener((raw: unknown) => {
    const message = Message.safeParse(raw);
    if (message.success) for (const each of listeners) each(message.data);
    else console.warn("Handshake Triage: dropped a message that is none of its own", message.error.issues);
  });
  return {
    send(message) {
      try {
        port.postMessage(message);
      } catch {
        // The other side has just gone. onClosed tells of it, and whoever comes next is sent everything again.
      }
    },
    onMessage: (listener) => void listeners.push(listener),
    onClosed: (listener) =>
      port.onDisconnect.addListener(() => {
        void browser.runtime.lastError; // Why it was closed (a page went into the back/forward cache) changes nothing.
        listener();
      }),
    close: () => port.disconnect(),
  };
}

/** A worker that has not answered by then was stopped before it could, even one that has much to tell first. */
const HERE_WITHIN_MS = 10_000;

/**
 * A port to the hub that outlives the hub: the browser may stop the worker at any moment, and connecting wakes it again.
 * `greet` is called for each new port, before anything else is sent. Whoever must be back soon asks again after a first wait
 * that is shorter; it doubles, as a busy worker is to hear of few ports more.
 */
export function connectToHub(
  greet: (port: TypedPort) => void,
  firstWaitMs = HERE_WITHIN_MS,
): { send(message: Message): void } {
  let wait = firstWaitMs;
  let port = open();
  function open(): TypedPort {
    const fresh = typedPort(browser.runtime.connect());
    let isOver = false;
    let stopWatching = () => {};
    const openAnew = () => {
      if (isOver) return;
      isOver = true;
      clearTimeout(late);
      stopWatching();
      fresh.close();
      port = open();
    };
    const late = setTimeout(openAnew, wait);
    wait = Math.min(2 * wait, HERE_WITHIN_MS);
    fresh.onClosed(openAnew);
    fresh.onMessage(({ type }) => {
      if (type !== "here" || isOver) return;
      clearTimeout(late);
      wait = firstWaitMs;
      stopWatching = whenWorkerEnds(openAnew);
    });
    greet(fresh);
    return fresh;
  }
  return { send: (message) => port.send(message) };
}

/** A message holds at most this many events, so that a long recording never becomes one huge message. */
const BATCH = 500;

/** The first holds so many, and each after it twice as many as the one before: a panel soon has something to draw. */
const FIRST_BATCH = 50;

/** Cuts a recording into messages. */
export function* batches(events: readonly TrafficEvent[]): Generator<Extract<Message, { type: "events" }>> {
  let size = FIRST_BATCH;
  for (let start = 0; start < events.length; ) {
    yield { type: "events", events: events.slice(start, start + size) };
    start += size;
    size = Math.min(2 * size, BATCH);
  }
}
