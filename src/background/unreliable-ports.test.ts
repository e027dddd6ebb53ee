import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Runtime } from "webextension-polyfill";
import { handshake, messages } from "../core/sample-events.js";
import { seeded } from "../core/testing/seeded.js";
import type { TrafficEvent } from "../core/traffic.js";
import { createRecorder } from "../devtools/recorder.js";
import { type Message, type TypedPort, typedPort } from "../messages.js";
import { createHub } from "./hub.js";
import { createShelf } from "./shelf.js";

vi.mock("webextension-polyfill", () => ({ default: { runtime: { lastError: null } } }));

/**
 * The real hub, shelf, recorder and port, over a line on which any message between them may be lost, come twice, come after
 * the next ones, or have anything at all in a field of it.
 */
const TAB = 7;
const MESSAGES = 40;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test.each(Array.from({ length: 24 }, (_, seed) => seed))(
  "on a line that loses, doubles, delays and garbles, everything is there in the end, once, and nothing else (%i)",
  async (seed) => {
    const chance = seeded(seed + 1);
    const line = { isFaulty: true };
    const hub = startHub();
    const recorder = createRecorder(TAB);
    const atHub = connect(hub, line, chance, (message) => recorder.hear(message, atHub));
    const shown: TrafficEvent[] = [];
    /** Half of the panels hear well: then what recorder and worker lose between them shows in a live panel, too. */
    const panelLine = seed % 2 === 0 ? line : { isFaulty: false };
    const panel = connect(hub, panelLine, chance, (message) => {
      if (message.type === "events") shown.push(...message.events);
    });
    // A port whose greeting nobody answers is opened anew, so that both have been heard.
    line.isFaulty = false;
    recorder.greet(atHub);
    panel.send({ type: "hello", room: "panel", tab: TAB });
    await vi.advanceTimersByTimeAsync(1000);
    line.isFaulty = true;

    const told: TrafficEvent[] = [];
    for (let nth = 0; nth < MESSAGES; nth += 1) {
      const events = [handshake(`s${nth}`), ...messages(`s${nth}`, 2)];
      told.push(...events);
      recorder.record(events, atHub);
      await vi.advanceTimersByTimeAsync(chance() * 300);
    }
    // What a live panel shows was recorded, whatever else it lacks.
    for (const event of shown) expect(told).toContainEqual(event);

    // The line is well again: with the next batches whatever the worker lacks is told anew.
    line.isFaulty = false;
    for (const last of ["end", "very-end"]) {
      told.push(handshake(last));
      recorder.record([handshake(last)], atHub);
      await vi.advanceTimersByTimeAsync(2000);
    }
    if (panelLine !== line) expect(idsOf(shown).sort()).toEqual(idsOf(told).sort());
    const later: string[] = [];
    const opened = connect(hub, line, chance, (message) => {
      if (message.type === "events") later.push(...idsOf(message.events));
    });
    opened.send({ type: "hello", room: "panel", tab: TAB });
    await vi.advanceTimersByTimeAsync(1000);
    expect(later.sort()).toEqual(idsOf(told).sort());
  },
);

function idsOf(events: readonly TrafficEvent[]): string[] {
  return events.map(({ id }) => id);
}

function startHub() {
  const items = new Map<string, unknown>();
  const shelf = createShelf({
    get: async () => Object.fromEntries(items),
    set: async (fresh) => Object.entries(fresh).forEach(([key, value]) => void items.set(key, value)),
    remove: async (keys) => keys.forEach((key) => void items.delete(key)),
  });
  const nothing = () => {};
  return createHub({
    shelf,
    isPrivate: async () => false,
    recordersChanged: nothing,
    restored: nothing,
    changed: nothing,
    cleared: nothing,
  });
}

/** The visitor's end of a port; the other end is the hub's. */
function connect(
  hub: ReturnType<typeof startHub>,
  line: { isFaulty: boolean },
  chance: () => number,
  hear: (message: Message) => void,
): TypedPort {
  const own = browserPort();
  const other = browserPort();
  own.arrivesAt(other, line, chance);
  other.arrivesAt(own, line, chance);
  const port = typedPort(own.port);
  port.onMessage(hear);
  hub.welcome(typedPort(other.port));
  return port;
}

function browserPort() {
  const listeners: ((raw: unknown) => void)[] = [];
  let send: (raw: unknown) => void = () => {};
  const port = {
    postMessage: (raw: unknown) => send(raw),
    onMessage: { addListener: (listener: (raw: unknown) => void) => void listeners.push(listener) },
    onDisconnect: { addListener: () => {} },
    disconnect: () => {},
  } as unknown as Runtime.Port;
  return {
    port,
    deliver: (raw: unknown) => {
      for (const listener of listeners) listener(structuredClone(raw));
    },
    arrivesAt(other: { deliver(raw: unknown): void }, line: { isFaulty: boolean }, chance: () => number) {
      send = (raw) => {
        const sent = structuredClone(raw);
        const [fate, ms] = [line.isFaulty ? chance() : 1, 1];
        if (fate < 0.1) return; // lost
        if (fate < 0.2) setTimeout(() => other.deliver(sent), ms); // and once more below
        if (fate < 0.3) setTimeout(() => other.deliver(garbled(sent, chance)), ms);
        else setTimeout(() => other.deliver(sent), fate < 0.4 ? 50 + 500 * chance() : ms);
      };
    },
  };
}

/** Something else stands in one field of it, on whatever level. */
function garbled(message: unknown, chance: () => number): unknown {
  const junk = [{}, -1, "�", null, undefined, [{}], Number.NaN];
  const other = junk[Math.floor(chance() * junk.length)];
  if (typeof message !== "object" || message === null || chance() < 0.1) return other;
  const fields = message as Record<string, unknown>;
  const names = Object.keys(fields).filter((name) => !["id", "exchange", "tab", "at"].includes(name));
  const name = names[Math.floor(chance() * names.length)];
  if (name === undefined) return other;
  return { ...fields, [name]: typeof fields[name] === "object" ? garbledIn(fields[name], chance, other) : other };
}

function garbledIn(value: unknown, chance: () => number, other: unknown): unknown {
  if (!Array.isArray(value) || value.length === 0) return {};
  const place = Math.floor(chance() * value.length);
  return value.map((each: unknown, index) => (index === place ? other : each));
}
