import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { TapEvent } from "../tapped.js";
import { createOutbox, KEPT } from "./outbox.js";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
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

test("what is told in one breath after a pause goes at once, what follows together, and all at once when the page is left", async () => {
  const { outbox, told } = opening();
  outbox.open();
  vi.advanceTimersByTime(1000);
  outbox.add(message(0));
  outbox.add(message(1));
  await Promise.resolve();
  expect(told.at(-1)).toHaveLength(2);
  outbox.add(message(2));
  await Promise.resolve();
  outbox.add(message(3));
  await Promise.resolve();
  expect(told).toHaveLength(1);
  vi.advanceTimersByTime(50);
  expect(told.at(-1)).toHaveLength(2);
  outbox.add(message(4));
  outbox.flush();
  expect(told.at(-1)).toHaveLength(1);
});

test("what nobody has said to have goes again to whoever hears next; what was taken does not", async () => {
  const { outbox, sent, taking } = opening();
  outbox.open();
  outbox.add(message(0));
  await Promise.resolve();
  vi.advanceTimersByTime(1000);
  taking.now = false;
  outbox.add(message(1));
  await Promise.resolve();
  vi.advanceTimersByTime(5000);
  expect(sent()).toEqual(["message 0", "message 1"]);
  outbox.close();
  outbox.add(message(2));
  vi.advanceTimersByTime(5000);
  taking.now = true;
  outbox.open();
  outbox.close();
  outbox.open();
  expect(sent()).toEqual(["message 0", "message 1", "message 1", "message 2"]);
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

test("of messages that are packed each counts, and a pack is lost as a whole", () => {
  const { outbox, sent } = opening();
  const packs = KEPT.messages / 1000 + 2;
  for (let nth = 0; nth < packs; nth += 1) outbox.add({ kind: "messages", packed: `1000 ${nth}` });
  outbox.open();
  expect(sent()).toEqual(["1000 2", "1000 3", "1000 4", "1000 5", "1000 6", "lost 2000"]);
});

/** While `taking.now`, whatever is sent is taken. */
function opening() {
  const told: TapEvent[][] = [];
  const taking = { now: true };
  const outbox = createOutbox((batch, events) => {
    told.push(events);
    if (taking.now) outbox.taken(batch);
  });
  return { outbox, told, taking, sent: () => told.flat().map(nameOf) };
}

function nameOf(event: TapEvent): string {
  if (event.kind === "messages") return event.packed;
  if (event.kind === "message") return `message ${event.nth}`;
  return event.kind === "lost" ? `lost ${event.count}` : event.kind;
}

function message(nth: number): TapEvent & { kind: "message" } {
  return { kind: "message", at: nth, socket: 1, direction: "received", nth, head: "x", isBinary: false, bytes: null };
}

function opened(): TapEvent {
  return { kind: "opened", at: 0, socket: 1, channel: "websocket", url: "wss://app.test/hub", protocol: "" };
}
