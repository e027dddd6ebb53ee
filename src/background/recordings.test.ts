import { expect, test } from "vitest";
import { handshake, messages } from "../core/sample-events.js";
import { createRecordings } from "./recordings.js";

const LIMITS = { perTab: { events: 30, bytes: 1e6 }, overall: { events: 50, bytes: 1e6 } };

test("no tab grows beyond its limit, and all together not beyond theirs", () => {
  const recordings = createRecordings(LIMITS);
  for (const tab of [1, 2, 3]) recordings.add(tab, [handshake(`s${tab}`), ...messages(`s${tab}`, 100)]);
  const sizes = [1, 2, 3].map((tab) => recordings.of(tab).length);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(30);
  expect(sizes.reduce((sum, size) => sum + size)).toBe(50);
  for (const tab of [1, 2, 3]) {
    expect(recordings.of(tab)[0]?.kind).toBe("exchange");
    expect(recordings.of(tab).length + recordings.dropped(tab).frames).toBe(101);
  }
});

test("a chatty tab does not push out another tab's handshakes and failures", () => {
  const recordings = createRecordings(LIMITS);
  const failures = Array.from({ length: 20 }, (_, nth) => handshake(`failed${nth}`));
  recordings.add(1, failures);
  recordings.add(2, [handshake("chat"), ...messages("chat", 5000)]);
  expect(recordings.of(1)).toHaveLength(20);
  expect(recordings.dropped(1)).toEqual({ frames: 0, others: 0 });
});

test("a tab that gets another number keeps its recording", () => {
  const recordings = createRecordings(LIMITS);
  recordings.add(1, [handshake("a")]);
  recordings.move(1, 7);
  expect(recordings.of(1)).toEqual([]);
  expect(recordings.of(7)).toHaveLength(1);
  expect(recordings.add(7, [handshake("a")])).toEqual([]);
});
