import { expect, test } from "vitest";
import { createBoundedLog, createEventLog } from "./event-log.js";
import { close, handshake, message, messages } from "./sample-events.js";
import type { ExchangeEvent, FrameEvent, TrafficEvent } from "./traffic.js";

test("messages amid a session go first, oldest first; then those at its ends; handshakes and closes last", () => {
  const log = createBoundedLog({ events: 11, bytes: 1e6 });
  log.add([handshake("a"), ...messages("a", 20), close("a")]);
  expect(idsOf(log.events())).toEqual([
    "a",
    "a.0",
    "a.1",
    "a.2",
    "a.3",
    "a.15",
    "a.16",
    "a.17",
    "a.18",
    "a.19",
    "a.close",
  ]);
  expect(log.dropped).toEqual({ frames: 11, others: 0 });

  log.add([handshake("b"), handshake("c"), handshake("d")]);
  expect(idsOf(log.events()).slice(0, 3)).toEqual(["a", "a.2", "a.3"]);
  expect(log.dropped.others).toBe(0);
});

test("only when no message is left, requests go, the oldest first", () => {
  const log = createBoundedLog({ events: 2, bytes: 1e6 });
  log.add([handshake("a"), ...messages("a", 3), close("a"), handshake("b")]);
  expect(idsOf(log.events())).toEqual(["a.close", "b"]);
  expect(log.dropped).toEqual({ frames: 3, others: 1 });
});

test("bytes are limited as well as events", () => {
  const log = createBoundedLog({ events: 1000, bytes: 40_000 });
  log.add([handshake("a"), ...messages("a", 30, "x".repeat(2000))]);
  const kept = log.events().filter(({ kind }) => kind === "frame").length;
  expect(kept).toBeGreaterThan(14);
  expect(kept).toBeLessThan(19);
  expect(kept + log.dropped.frames).toBe(30);
});

test("what was dropped does not come back when it is told again", () => {
  const log = createBoundedLog({ events: 10, bytes: 1e6 });
  const all = [handshake("a"), ...messages("a", 30)];
  log.add(all);
  const before = idsOf(log.events());
  expect(log.add(all)).toEqual([]);
  expect(idsOf(log.events())).toEqual(before);
});

test("of a long payload the size and the head are kept", () => {
  const log = createEventLog();
  const [text, binary, short] = log.add([
    { ...message("a", 0, "é".repeat(100_000)), payload: { text: "é".repeat(100_000), encoding: "text", bytes: null } },
    { ...message("a", 1), payload: { text: `${"QUJD".repeat(50_000)}QQ==`, encoding: "base64", bytes: null } },
    message("a", 2, "short"),
  ]) as FrameEvent[];
  expect(text?.payload.text).toHaveLength(65_536);
  expect(text?.payload.bytes).toBe(200_000);
  expect(binary?.payload.text).toHaveLength(65_536);
  expect(binary?.payload.bytes).toBe(150_001);
  expect(short?.payload.text).toBe("short");

  const body = { text: "b".repeat(200_000), encoding: "text" as const, bytes: null };
  const [request] = log.add([{ ...handshake("r"), responseBody: body }]) as ExchangeEvent[];
  expect(request?.responseBody).toEqual({ text: "b".repeat(131_072), encoding: "text", bytes: 200_000 });
});

test("a cut never leaves half a character", () => {
  const log = createEventLog();
  const [frame] = log.add([message("a", 0, `x${"😀".repeat(40_000)}`)]) as FrameEvent[];
  expect(encodeURIComponent(frame?.payload.text ?? "")).toContain("%F0%9F%98%80");
});

function idsOf(events: readonly TrafficEvent[]): string[] {
  return events.map(({ id }) => id);
}
