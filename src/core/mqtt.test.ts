import { expect, test } from "vitest";
import { bareMqttRefusal, mqttRefusalIn } from "./mqtt.js";
import type { FrameEvent } from "./traffic.js";

const frame = (bytes: number[]): FrameEvent => ({
  kind: "frame",
  id: "f",
  at: 0,
  exchange: "e",
  direction: "received",
  payload: { text: btoa(String.fromCharCode(...bytes)), encoding: "base64", bytes: bytes.length },
});

test("a refusal keeps its code and loses the server's own words", () => {
  // MQTT 5 with a reason string, property 31: "ada".
  const worded = frame([0x20, 9, 0, 135, 6, 31, 0, 3, 97, 100, 97]);
  expect(mqttRefusalIn(worded)).toMatchObject({ code: 135, name: "not authorized" });
  expect(bareMqttRefusal(worded.payload)).toEqual([0x20, 3, 0, 135, 0]);
  expect(bareMqttRefusal(frame([0x20, 2, 0, 5]).payload)).toEqual([0x20, 2, 0, 5]);
});

test("an acceptance, another packet and what only begins like a refusal are none", () => {
  for (const bytes of [[0x20, 3, 0, 0, 0], [0x30, 3, 0, 135, 0], [0x20, 3, 77, 135, 0], [0x20, 3, 0, 77, 0], []])
    expect(bareMqttRefusal(frame(bytes).payload)).toBeNull();
});
