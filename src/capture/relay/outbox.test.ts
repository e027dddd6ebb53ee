import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { TapEvent } from "../tapped.js";
import { createOutbox, KEPT } from "./outbox.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("nothing goes before somebody wants it, then everything in order", () => {
  const { outbox, sent } = opening();
  outbox.add(message(0));
  outbox.add(opened());
  expect(sent()).toEqual([]);
  outbox.open();
  expect(sent()).toEqual(["message 0", "opened"]);
});

test("after a pause an event goes at once, those right after it together, and all at once when the page is left", () => {
  const { outbox, told } = opening();
  outbox.open();
  vi.advanceTimersByTime(1000);
  outbox.add(message(0));
  expect(told.at(-1)).toHaveLength(1);
  outbox.add(message(1));
  outbox.add(message(2));
  expect(told).toHaveLength(1);
  vi.advanceTimersByTime(50);
  expect(told.at(-1)).toHaveLength(2);
  outbox.add(message(3));
  outbox.flush();
  expect(told.at(-1)).toHaveLength(1);
});

test("what nobody has taken goes again until somebody has; what was taken does not", async () => {
  const { outbox, sent, taking } = opening();
  outbox.open();
  vi.advanceTimersByTime(1000);
  outbox.add(message(0));
  taking.now = false;
  await vi.advanceTimersByTimeAsync(100);
  outbox.add(message(1));
  await vi.advanceTimersByTimeAsync(700);
  taking.now = true;
  await vi.advanceTimersByTimeAsync(5000);
  expect(sent()).toEqual(["message 0", "message 1", "message 1", "message 1"]);
});

test("after the back/forward cache everything that was on its way goes again", async () => {
  const { outbox, sent, taking } = opening();
  taking.now = null;
  outbox.open();
  vi.advanceTimersByTime(1000);
  outbox.add(message(0));
  await vi.advanceTimersByTimeAsync(5000);
  expect(sent()).toEqual(["message 0"]);
  taking.now = true;
  outbox.open();
  await vi.advanceTimersByTimeAsync(5000);
  expect(sent()).toEqual(["message 0", "message 0"]);
});

test("beyond the limit the oldest messages go, never what opened or closed, and it is told how many", () => {
  const { outbox, sent } = opening();
  outbox.add(opened());
  for (let nth = 0; nth < KEPT.messages + 10; nth += 1) outbox.add(message(nth));
  outbox.open();
  expect(sent()[0]).toBe("opened");
  expect(sent()).toContain("lost 10");
  expect(sent()).not.toContain("message 9");
  expect(sent()).toContain("message 10");
});

test("long messages are limited by what they take up", () => {
  const { outbox, sent } = opening();
  const head = "x".repeat(60_000);
  for (let nth = 0; nth < 200; nth += 1) outbox.add({ ...message(nth), head });
  outbox.open();
  const kept = Math.floor(KEPT.characters / 60_000);
  expect(sent().filter((each) => each.startsWith("message"))).toHaveLength(kept);
  expect(sent()).toContain(`lost ${200 - kept}`);
});

/** `taking.now` is the answer to what is sent; null is none. */
function opening() {
  const told: TapEvent[][] = [];
  const taking: { now: boolean | null } = { now: true };
  const outbox = createOutbox((events) => {
    if (events.length > 0) told.push(events);
    return taking.now === null ? new Promise(() => undefined) : Promise.resolve(taking.now);
  });
  return { outbox, told, taking, sent: () => told.flat().map(nameOf) };
}

function nameOf(event: TapEvent): string {
  if (event.kind === "message") return `message ${event.nth}`;
  return event.kind === "lost" ? `lost ${event.count}` : event.kind;
}

function message(nth: number): TapEvent & { kind: "message" } {
  return { kind: "message", at: nth, socket: 1, direction: "received", nth, head: "x", isBinary: false, bytes: null };
}

function opened(): TapEvent {
  return { kind: "opened", at: 0, socket: 1, channel: "websocket", url: "wss://app.test/hub", protocol: "" };
}
