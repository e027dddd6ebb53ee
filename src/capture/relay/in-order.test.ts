import { expect, test } from "vitest";
import type { RawTapEvent, TapEvent } from "../tapped.js";
import { createInOrder } from "./in-order.js";

test("a Blob's bytes are waited for, and what follows keeps its place", async () => {
  const { told, inOrder } = opening();
  inOrder.take(message(0, "a"));
  inOrder.take(message(1, new Blob(["blob"])));
  inOrder.take(message(2, "b"));
  expect(told()).toEqual(["0 a"]);
  await expect.poll(told).toEqual(["0 a", "1 YmxvYg==", "2 b"]);
  inOrder.take(message(3, "c"));
  expect(told().at(-1)).toBe("3 c");
});

test("when the page is being left nothing is waited for, and nothing told twice", async () => {
  const { told, inOrder } = opening();
  inOrder.take(message(0, new Blob(["blob"])));
  inOrder.take(message(1, "b"));
  inOrder.hurry();
  expect(told()).toEqual(["0 null", "1 b"]);
  inOrder.take(message(2, new Blob(["blob"])));
  await expect.poll(told).toEqual(["0 null", "1 b", "2 YmxvYg=="]);
});

test("a Blob whose bytes are gone holds nothing up", async () => {
  const { told, inOrder } = opening();
  const gone = new Blob(["blob"]);
  gone.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotReadableError"));
  inOrder.take(message(0, gone));
  inOrder.take(message(1, "b"));
  await expect.poll(told).toEqual(["0 null", "1 b"]);
});

function opening() {
  const events: TapEvent[] = [];
  return {
    inOrder: createInOrder((event) => void events.push(event)),
    told: () => events.map((event) => (event.kind === "message" ? `${event.nth} ${event.head}` : event.kind)),
  };
}

function message(nth: number, head: string | Blob): RawTapEvent {
  const isBinary = typeof head !== "string";
  return {
    kind: "message",
    at: nth,
    socket: 1,
    direction: "received",
    nth,
    head,
    isBinary,
    bytes: isBinary ? 4 : null,
  };
}
