import { expect, test, vi } from "vitest";
import { handshake, message } from "../core/sample-events.js";
import type { Message } from "../messages.js";
import { createRecorder } from "./recorder.js";

vi.mock("webextension-polyfill", () => ({ default: {} }));

test("another worker is told only what the last one did not say to have kept", () => {
  const recorder = createRecorder(7);
  const first = worker();
  recorder.greet(first);
  recorder.hear({ type: "missed", frames: 0, others: 0 }, first);
  recorder.record([handshake("a")], first);
  recorder.record([handshake("b")], first);
  recorder.hear({ type: "kept", batch: first.batches()[0] ?? 0 }, first);
  const second = worker();
  recorder.greet(second);
  expect(second.ids()).toEqual(["b"]);
  expect(second.sent[0]).toMatchObject({ type: "hello", hasAll: true });
});

test("a panel that has just been opened is told everything, and how much is missing", () => {
  const recorder = createRecorder(7);
  const hub = worker();
  recorder.greet(hub);
  recorder.record([handshake("a"), message("a", 1)], hub);
  recorder.hear({ type: "kept", batch: hub.batches()[0] ?? 0 }, hub);
  const later = worker();
  recorder.hear({ type: "tell-all" }, later);
  expect(later.ids()).toEqual(["a", "a.1"]);
  expect(later.sent.at(-1)).toEqual({ type: "missed", frames: 0, others: 0 });
});

test("what was forgotten is not told again", () => {
  const recorder = createRecorder(7);
  const hub = worker();
  recorder.greet(hub);
  recorder.record([handshake("a")], hub);
  recorder.hear({ type: "clear" }, hub);
  const later = worker();
  recorder.greet(later);
  expect(later.ids()).toEqual([]);
});

test("only where the worker keeps anything, something is left for the next one: not of a private window", () => {
  const recorder = createRecorder(7);
  const hub = worker();
  recorder.greet(hub);
  recorder.record([handshake("a")], hub);
  expect(recorder.leftOver()).toEqual([]);
  recorder.hear({ type: "kept", batch: hub.batches()[0] ?? 0 }, hub);
  recorder.record([handshake("b")], hub);
  expect(recorder.leftOver().map(({ id }) => id)).toEqual(["b"]);
});

function worker() {
  const sent: Message[] = [];
  const told = () => sent.filter((each) => each.type === "events");
  return {
    sent,
    send: (message: Message) => void sent.push(message),
    ids: () => told().flatMap(({ events }) => events.map(({ id }) => id)),
    batches: () => told().map(({ batch }) => batch),
  };
}
