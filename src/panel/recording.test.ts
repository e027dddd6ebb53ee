import { expect, test } from "vitest";
import { NOTHING_KNOWN } from "../core/knowledge.js";
import type { AskedEvent, TrafficEvent } from "../core/traffic.js";
import { createRecording } from "./recording.js";

const ask: AskedEvent = {
  kind: "asked",
  id: "tap-1.asked1",
  at: 1_767_225_600_000,
  method: "GET",
  url: "https://api.test/socket.io/?EIO=4&transport=polling&t=1",
  credentials: false,
};
const tick = (ms: number): TrafficEvent => ({ kind: "tick", id: `tick-${ms}`, at: ask.at + ms });

test("what the page asked for and nobody answered is in the recording, to be exported, and so is what it asked", () => {
  const recording = createRecording(NOTHING_KNOWN);
  recording.take([ask, tick(6000), tick(11_000)]);
  expect(recording.events().map(({ kind }) => kind)).toEqual(["asked", "exchange"]);
  const [, pending] = recording.events();
  expect(recording.lookUp(pending?.id ?? "")).toMatchObject({
    kind: "exchange",
    exchange: { url: ask.url, status: null },
  });
  expect(pending?.id).not.toContain("api.test");
});
