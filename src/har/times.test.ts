import { describe, expect, it } from "vitest";
import { TrafficEvent } from "../core/traffic.js";
import { readHar } from "./read.js";
import { readDate, readMessageTime, writeDate } from "./times.js";

describe("a date", () => {
  it.each([
    ["2026-01-01T00:00:00.000Z", 1_767_225_600_000],
    ["2026-01-01T00:00:00.1234567Z", 1_767_225_600_123],
    ["1970-01-01T00:00:00Z", 0],
    ["9999-12-31T23:59:59Z", 253_402_300_799_000],
  ])("%s is read", (text, at) => expect(readDate(text)).toBe(at));

  it.each([
    null,
    "",
    "yesterday",
    "1969-12-31T23:59:59Z",
    "-000001-01-01T00:00:00Z",
    "+010000-01-01T00:00:00Z",
    "+275760-09-13T00:00:00Z",
    "+275760-09-13T00:00:00.001Z",
  ])("%j is none of a recording", (text) => expect(readDate(text)).toBeNull());

  it.each([-1, -8.64e15, 8.64e15, 1e300, Number.POSITIVE_INFINITY])(
    "of %d is written as one that every reader takes",
    (at) => expect(writeDate(at)).toMatch(/^(?:1970|9999)-\d\d-\d\dT[\d:.]{12}Z$/),
  );
});

it.each([
  [1_767_225_600.5, 1_767_225_600_500],
  [1_767_225_600_500, 1_767_225_600_500],
  [null, null],
  [12.5, null],
  [1e13, null],
  [1e300, null],
  [-1, null],
])("a message's time %d is %d", (time, at) => expect(readMessageTime(time)).toBe(at));

it("no date in a file becomes a time that a page could not show", () => {
  const dates = ["+275760-09-13T00:00:00Z", "-271821-04-20T00:00:00Z", "9999-12-31T23:59:59Z"];
  const entries = dates.map((startedDateTime, index) => ({
    startedDateTime,
    time: 1e300,
    request: { method: "GET", url: `wss://app.test/socket.io/?EIO=4&transport=websocket&n=${index}`, headers: [] },
    response: { status: 101, headers: [] },
    _webSocketMessages: [{ type: "send", time: 1e300, opcode: 1, data: "2" }],
  }));
  const { events } = readHar(JSON.stringify({ log: { pages: [{ id: "p", startedDateTime: dates[0] }], entries } }));
  expect(events.filter((event) => !TrafficEvent.safeParse(event).success)).toEqual([]);
});
