import { expect, test } from "vitest";
import type { FrameEvent } from "../../core/traffic.js";
import { createReader } from "./decode.js";
import { decoded } from "./decoded.js";
import { createReading } from "./reading.js";

function frames(count: number, from = 0, text = "x"): FrameEvent[] {
  return Array.from({ length: count }, (_, nth) => ({
    kind: "frame",
    id: `f${from + nth}`,
    at: from + nth,
    exchange: "e",
    direction: nth % 2 === 0 ? "sent" : "received",
    payload: { text, encoding: "text", bytes: text.length },
  }));
}

/** A reading that says how many frames were decoded. */
function counted() {
  const seen: string[] = [];
  const reader = createReader({ protocol: "signalr", revision: null, subprotocol: null }, (frame) => {
    seen.push(frame.id);
    return [decoded(frame, "Invocation", { subject: "Moved" })];
  });
  return { seen, reading: createReading(reader) };
}

function readAll(reading: ReturnType<typeof createReading>, all: readonly FrameEvent[]): number {
  let steps = 1;
  while (reading.step(all)) steps += 1;
  return steps;
}

test("of 100,000 messages each is decoded once, few at a time", () => {
  const { seen, reading } = counted();
  const all = frames(100_000);
  let before = 0;
  for (let goesOn = true; goesOn; before = seen.length) {
    expect(reading.goesOnIn(all)).toBe(true);
    goesOn = reading.step(all);
    expect(seen.length - before).toBeLessThanOrEqual(1000);
  }
  expect(new Set(seen).size).toBe(100_000);
  expect(seen).toHaveLength(100_000);
  const { messages, tally, kinds, subjects } = reading.conversation;
  expect([messages.length, tally.sent, kinds.size, subjects.size]).toEqual([
    100_000,
    { count: 50_000, bytes: 50_000, atLeast: false },
    1,
    1,
  ]);
});

test("what is drawn again decodes nothing, what came since is decoded alone", () => {
  const { seen, reading } = counted();
  const all = frames(5000);
  readAll(reading, all);
  expect([reading.goesOnIn(all), reading.step(all), seen.length]).toEqual([true, false, 5000]);
  // A recording that was asked again tells of it in another list.
  const more = [...all, ...frames(3, 5000)].map((frame) => ({ ...frame }));
  expect([reading.goesOnIn(more), reading.step(more)]).toEqual([true, false]);
  expect(seen.slice(5000)).toEqual(["f5000", "f5001", "f5002"]);
});

test("to read on takes no look through what is read, or what is yet to be read", () => {
  const { reading } = counted();
  let looked = 0;
  const all = new Proxy(frames(50_000), {
    get: (list, place) => {
      if (typeof place === "string" && /^\d+$/.test(place)) looked += 1;
      return Reflect.get(list, place);
    },
  });
  for (let steps = 0; steps < 20; steps += 1) {
    reading.goesOnIn(all);
    reading.step(all);
  }
  // Once for how long it is, once to read it, and once to know where to go on.
  expect(looked).toBeLessThanOrEqual(20 * 2001);
});

test("long messages are read fewer at a time, and one that is too long by itself", () => {
  const { reading } = counted();
  expect(readAll(reading, frames(40, 0, "x".repeat(100_000)))).toBe(20);
  expect(readAll(counted().reading, frames(3, 0, "x".repeat(1_000_000)))).toBe(3);
});

test("what a limit pushed out costs nothing; what was put before it, or is gone, is read anew", () => {
  const { seen, reading } = counted();
  const all = frames(100);
  readAll(reading, all);
  const later = [...all.slice(40), ...frames(2, 100)];
  expect([reading.goesOnIn(later), reading.step(later), seen.length]).toEqual([true, false, 102]);
  expect(reading.goesOnIn([...frames(5, -5), ...later.slice(0, 3)])).toBe(false);
  expect(reading.goesOnIn([...frames(50, -50), ...all, ...frames(2, 100)])).toBe(false);
});
