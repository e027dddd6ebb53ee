import { expect, test } from "vitest";
import { mqttRefusalIn } from "./mqtt.js";
import type { FrameEvent } from "./traffic.js";

function frame(bytes: number[]): FrameEvent {
  const text = btoa(String.fromCharCode(...bytes));
  const payload = { text, encoding: "base64" as const, bytes: bytes.length };
  return { kind: "frame", id: "f", at: 0, source: "test", exchange: "x", direction: "received", payload } as never;
}

test.each([
  [[0x20, 2, 0, 5], 5, "not authorized"],
  [[0x20, 3, 0, 0x87, 0], 0x87, "not authorized"],
  [[0x20, 0x80, 1, 0, 0x97, 0], 0x97, "quota exceeded"],
  [[0x20, 2, 0, 200], 200, "a reason of its own"],
])("a CONNACK of %j refuses", (bytes, code, name) => {
  expect(mqttRefusalIn(frame(bytes))).toEqual({ code, name, shownBy: "f" });
});

test.each([
  ["a CONNACK that accepts", [0x20, 2, 0, 0]],
  ["another packet", [0xd0, 0]],
  ["a packet that is cut", [0x20]],
])("%s refuses nothing", (_, bytes) => {
  expect(mqttRefusalIn(frame(bytes))).toBeNull();
});
