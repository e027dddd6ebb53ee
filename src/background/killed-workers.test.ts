import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { shelfKey, shelved } from "../capture/shelf-chunk.js";
import { handshake, messages } from "../core/sample-events.js";
import { seeded } from "../core/testing/seeded.js";
import type { TrafficEvent } from "../core/traffic.js";
import { createRecorder } from "../devtools/recorder.js";
import type { Message, TypedPort } from "../messages.js";
import { createHub, type Hub } from "./hub.js";
import { createShelf, type Shelf } from "./shelf.js";
import { createUpdate } from "./update.js";

vi.mock("webextension-polyfill", () => ({ default: {} }));

/**
 * The real hub, shelf and recorder, with ports and a store that take their time: whatever a worker had sent or begun to
 * write when it was stopped never arrives.
 */
const TAB = 7;
const LIVES = 12;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test.each(Array.from({ length: 8 }, (_, seed) => seed))(
  "workers stopped at random moments, DevTools open: the panel and one that opens later have everything (%i)",
  async (seed) => {
    const chance = seeded(seed);
    const store = createStore();
    const recorder = createRecorder(TAB);
    const told: TrafficEvent[] = [];
    const live = new Set<string>();
    let isPanelFull = false;
    let worker = startWorker(store, chance);
    let toHub: { send(message: Message): void } = { send: () => {} };
    const connect = () => {
      const own = worker.connect((message) => recorder.hear(message, own));
      toHub = own;
      recorder.greet(own);
      const panel = worker.connect((message) => {
        if (message.type === "events") for (const { id } of message.events) live.add(id);
        if (message.type === "missed") isPanelFull = true;
      });
      panel.send({ type: "hello", room: "panel", tab: TAB, hasAll: isPanelFull });
    };
    connect();
    for (let life = 0; life < LIVES; life += 1) {
      const seen = [handshake(`s${life}`), ...messages(`s${life}`, 3)];
      told.push(...seen);
      for (const event of seen) {
        recorder.record([event], toHub);
        await vi.advanceTimersByTimeAsync(chance() * 4);
      }
      if (chance() < 0.3) await vi.advanceTimersByTimeAsync(700);
      worker.stop();
      worker = startWorker(store, chance);
      connect();
    }
    await vi.advanceTimersByTimeAsync(2000);
    expect(idsOf(told).filter((id) => !live.has(id))).toEqual([]);

    // DevTools is closed, the worker stopped, and a panel opens on what is in the store.
    worker.stop();
    const leftOver = recorder.leftOver();
    if (leftOver.length > 0) await store.put(shelved(shelfKey(TAB, Date.now()), { events: leftOver }));
    expect(await shownTo(startWorker(store, chance))).toEqual(idsOf(told).sort());
  },
);

test.each(Array.from({ length: 8 }, (_, seed) => seed))(
  "workers stopped at random moments, DevTools closed: what a worker noted, the next ones have, once (%i)",
  async (seed) => {
    const chance = seeded(seed);
    const store = createStore();
    const told: TrafficEvent[] = [];
    for (let life = 0; life < LIVES; life += 1) {
      const worker = startWorker(store, chance);
      await vi.advanceTimersByTimeAsync(chance() * 3);
      const event = handshake(`s${life}`);
      told.push(event);
      worker.shelf.note(TAB, [event]);
      void worker.hub.record(TAB, [event]);
      await vi.advanceTimersByTimeAsync(STORED_MS + chance() * 20);
      worker.stop();
    }
    expect(await shownTo(startWorker(store, chance))).toEqual(idsOf(told).sort());
  },
);

test("an update waits until DevTools is closed and nothing recorded is left that it would take along", async () => {
  const install = vi.fn();
  const worker = startWorker(createStore(), () => 0);
  const update = createUpdate(() => worker.hub.hasRecorders() || worker.hub.holdsAnything(), install);
  const recorder = createRecorder(TAB);
  const port = worker.connect((message) => recorder.hear(message, port));
  recorder.greet(port);
  recorder.record([handshake("a")], port);
  await vi.advanceTimersByTimeAsync(1000);
  update.ready();
  expect(install).not.toHaveBeenCalled();
  port.close();
  await vi.advanceTimersByTimeAsync(1000);
  update.lookAgain();
  expect(install).not.toHaveBeenCalled();
  worker.hub.close(TAB);
  await vi.advanceTimersByTimeAsync(1000);
  update.lookAgain();
  expect(install).toHaveBeenCalledOnce();
});

/** A write is in the store after this long at most, or never, where its worker was stopped before. */
const STORED_MS = 2;

interface Store {
  items: Map<string, string>;
  put(items: Record<string, unknown>): Promise<void>;
}

function createStore(): Store {
  const items = new Map<string, string>();
  return {
    items,
    async put(fresh) {
      for (const [key, value] of Object.entries(fresh)) items.set(key, JSON.stringify(value));
    },
  };
}

interface Worker {
  hub: Hub;
  shelf: Shelf;
  connect(hear: (message: Message) => void): { send(message: Message): void; close(): void };
  stop(): void;
}

function startWorker(store: Store, chance: () => number): Worker {
  let isAlive = true;
  /** Nothing of a stopped worker goes on. */
  const later = <T>(ms: number, step: () => T) =>
    new Promise<T>((done) => setTimeout(() => isAlive && done(step()), ms * chance()));
  const shelf = createShelf({
    get: () =>
      later(20, () => Object.fromEntries([...store.items].map(([key, text]) => [key, JSON.parse(text) as unknown]))),
    set: async (items) => later(STORED_MS, () => void store.put(items)),
    remove: (keys) => later(STORED_MS, () => keys.forEach((key) => void store.items.delete(key))),
  });
  const hub = createHub({
    shelf,
    isPrivate: () => later(5, () => false),
    recordersChanged: () => {},
    restored: () => {},
    changed: () => {},
    cleared: () => {},
  });
  return {
    hub,
    shelf,
    connect(hear) {
      const atHub: ((message: Message) => void)[] = [];
      const atEnd: (() => void)[] = [];
      let turn: Promise<unknown> = Promise.resolve();
      /** In order, and never what a stopped worker has sent or was sent. */
      const inOrder = (step: () => void) => {
        turn = turn.then(() => later(3, step));
      };
      const port: TypedPort = {
        send: (message) => inOrder(() => hear(structuredClone(message))),
        onMessage: (listener) => void atHub.push(listener),
        onClosed: (listener) => void atEnd.push(listener),
        close: () => {},
      };
      hub.welcome(port);
      return {
        send: (message) => inOrder(() => atHub.forEach((listener) => void listener(structuredClone(message)))),
        close: () => inOrder(() => atEnd.forEach((listener) => void listener())),
      };
    },
    stop() {
      isAlive = false;
    },
  };
}

/** What a panel that opens now is told; an event that is told twice stands here twice. */
async function shownTo(worker: Worker): Promise<string[]> {
  const ids: string[] = [];
  const panel = worker.connect((message) => {
    if (message.type === "events") ids.push(...idsOf(message.events));
  });
  panel.send({ type: "hello", room: "panel", tab: TAB });
  await vi.advanceTimersByTimeAsync(2000);
  return ids.sort();
}

function idsOf(events: readonly TrafficEvent[]): string[] {
  return events.map(({ id }) => id);
}
