import { expect, test } from "vitest";
import { NOTHING_KNOWN } from "../core/knowledge.js";
import { SOCKET, toldBy } from "../core/testing/witnessed.js";
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

test("a message of which the page told the beginning is whole when DevTools tells of it", () => {
  const recording = createRecording(NOTHING_KNOWN);
  const whole = toldBy("devtools", SOCKET);
  const cut = toldBy("tap", SOCKET).map((event) =>
    event.kind === "frame" ? { ...event, payload: { ...event.payload, text: '{"type' } } : event,
  );
  recording.take(cut);
  const shown = () =>
    cut.flatMap(({ id, kind }) => {
      const found = kind === "frame" ? recording.lookUp(id) : null;
      return found?.kind === "frame" ? [found.frame.payload.text] : [];
    });
  expect(new Set(shown())).toEqual(new Set(['{"type']));
  recording.take(whole);
  expect(shown()).toEqual(whole.flatMap((event) => (event.kind === "frame" ? event.payload.text : [])));
  expect(recording.events().filter(({ kind }) => kind === "frame")).toHaveLength(4);
});
