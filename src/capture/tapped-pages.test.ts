import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Runtime } from "webextension-polyfill";
import { createEventLog } from "../core/event-log.js";
import { seeded } from "../core/testing/seeded.js";
import type { TrafficEvent } from "../core/traffic.js";
import { createOutbox, type Outbox } from "./relay/outbox.js";
import { PORT_PREFIX } from "./tap/wire.js";
import type { TapAnswer, TapEvent } from "./tapped.js";
import { hearTap, tappedDocument } from "./tapped-pages.js";

vi.mock("webextension-polyfill", () => ({ default: { runtime: { lastError: null } } }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const DOCUMENT = { tab: 7, frame: { id: "0.1", origin: "https://app.test", url: "https://app.test/" } };
const MESSAGES = 60;

/** What becomes of a message: "as it is" where the line is well. */
type Fate = "lost" | "doubled" | "late" | "garbled" | "as it is";

/** The relay's real outbox and who hears it, over a line on which each message meets its fate. */
function line(fateOf: (raw: unknown) => Fate) {
  const log = createEventLog();
  let heard: (raw: unknown) => void = () => {};
  const post = (raw: unknown, to: (raw: unknown) => void) => {
    const sent: unknown = structuredClone(raw);
    const fate = fateOf(raw);
    if (fate === "lost") return;
    if (fate === "doubled") setTimeout(to, 3, structuredClone(sent));
    setTimeout(to, fate === "late" ? 400 : 1, fate === "garbled" ? garbled(sent) : sent);
  };
  const outbox: Outbox = createOutbox((batch, events) => post({ type: "tapped", batch, events }, (raw) => heard(raw)));
  const hear = (raw: unknown) => {
    const answer = raw as Partial<TapAnswer> | null;
    if (answer?.type === "hears") outbox.open();
    if (answer?.type === "taken" && typeof answer.batch === "number") outbox.taken(answer.batch);
  };
  const port = {
    postMessage: (raw: unknown) => post(raw, hear),
    onMessage: {
      addListener(listener: (raw: unknown) => void) {
        heard = listener;
      },
    },
    onDisconnect: { addListener: () => {} },
  } as unknown as Runtime.Port;
  hearTap(port, DOCUMENT, (events: TrafficEvent[]) => void log.add(events));
  return { outbox, recorded: () => log.events() };
}

function isBatch(message: unknown): message is { events: TapEvent[] } {
  return typeof message === "object" && message !== null && "events" in message;
}

function garbled(message: unknown): unknown {
  return isBatch(message) ? { ...message, events: [{}] } : null;
}

function received(nth: number): TapEvent {
  return {
    kind: "message",
    at: nth,
    socket: 1,
    direction: "received",
    nth,
    head: `m${nth}`,
    isBinary: false,
    bytes: null,
  };
}

const textsOf = (events: readonly TrafficEvent[]) =>
  events.flatMap((event) => (event.kind === "frame" ? [event.payload.text] : []));
const lostIn = (events: readonly TrafficEvent[]) =>
  events.flatMap((event) => (event.kind === "page" && event.what === "lost" ? [Number(event.detail)] : []));

test.each(Array.from({ length: 20 }, (_, seed) => seed))(
  "what a tap tells is there in the end, once, though the line to who records loses, doubles and delays it (%i)",
  async (seed) => {
    const chance = seeded(seed + 1);
    let isFaulty = false;
    const FATES: Fate[] = ["lost", "doubled", "late"];
    const { outbox, recorded } = line(() =>
      isFaulty && chance() < 0.4 ? (FATES[Math.floor(chance() * 3)] ?? "lost") : "as it is",
    );
    await vi.advanceTimersByTimeAsync(10);
    isFaulty = true;
    for (let nth = 1; nth < MESSAGES; nth += 1) {
      outbox.add(received(nth));
      await vi.advanceTimersByTimeAsync(chance() * 100);
    }
    isFaulty = false;
    outbox.add(received(MESSAGES));
    await vi.advanceTimersByTimeAsync(2000);
    const all = Array.from({ length: MESSAGES }, (_, place) => `m${place + 1}`);
    expect(textsOf(recorded()).sort()).toEqual(all.sort());
    expect(lostIn(recorded())).toEqual([]);
  },
);

test("what comes garbled is dropped, its sender goes on, and the recording says that it lacks something", async () => {
  let next: Fate = "as it is";
  const { outbox, recorded } = line((raw) => (isBatch(raw) ? next : "as it is"));
  await vi.advanceTimersByTimeAsync(10);
  for (const nth of [1, 2, 3]) {
    next = nth === 2 ? "garbled" : "as it is";
    outbox.add(received(nth));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(textsOf(recorded())).toEqual(["m1", "m3"]);
  expect(lostIn(recorded())).toEqual([1]);
});

test("of a private window, and of what is no tab, nothing is taken", () => {
  const from = (tab: object | undefined) =>
    tappedDocument({ name: `${PORT_PREFIX}1`, sender: { tab, frameId: 0, url: "https://app.test/" } } as Runtime.Port);
  expect(from({ id: 7, incognito: false })).toMatchObject({ tab: 7, frame: { id: "0.1", origin: "https://app.test" } });
  expect(from({ id: 7, incognito: true })).toBeNull();
  expect(from(undefined)).toBeNull();
});

test.each([null, undefined, 7, "tapped", { type: "tapped", batch: {}, events: "many" }])(
  "%j ends nothing",
  async (raw) => {
    const events: TrafficEvent[] = [];
    let hear: (raw: unknown) => void = () => {};
    const port = {
      postMessage: () => {},
      onMessage: {
        addListener(listener: (raw: unknown) => void) {
          hear = listener;
        },
      },
      onDisconnect: { addListener: () => {} },
    } as unknown as Runtime.Port;
    hearTap(port, DOCUMENT, (told) => void events.push(...told));
    hear(raw);
    expect(lostIn(events)).toEqual([1]);
  },
);
