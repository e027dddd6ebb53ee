import { describe, expect, test } from "vitest";
import type { TapEvent } from "../tapped.js";
import { createLeaving } from "./leaving.js";

const URL = "wss://app.test/socket.io/?EIO=4&transport=websocket";
const begun = (socket: number): TapEvent => ({
  kind: "begun",
  at: 0,
  socket,
  channel: "websocket",
  url: URL,
  protocols: null,
  stack: null,
});
const closed = (at: number, how: Partial<Extract<TapEvent, { kind: "closed" }>> = {}): TapEvent => ({
  kind: "closed",
  at,
  socket: 1,
  channel: "websocket",
  url: URL,
  code: 1001,
  reason: "",
  wasClean: true,
  byPage: false,
  ...how,
});
/** In Firefox, of a page whose link to a download was clicked at 1000: the socket was closed 24 ms later. */
const AS_THE_NAVIGATION_BEGAN = closed(1024);

describe("a socket that is closed as a navigation begins", () => {
  const leaving = createLeaving();
  leaving.begins(1000);

  test("was closed by the browser", () => {
    expect(leaving.note(AS_THE_NAVIGATION_BEGAN)).toEqual({ ...AS_THE_NAVIGATION_BEGAN, byBrowser: true });
  });

  test("also where the other side answers with a code of its own", () => {
    expect(leaving.note(closed(1024, { code: 1000 }))).toMatchObject({ byBrowser: true });
  });

  test.each([
    ["with another code", closed(1024, { code: 1011 })],
    ["with a reason", closed(1024, { reason: "Server restarts" })],
    ["by the page", closed(1024, { byPage: true })],
    ["long after", closed(9000)],
  ])("was not, %s", (_, event) => {
    expect(leaving.note(event)).toEqual(event);
  });

  test("nor where none began", () => {
    expect(createLeaving().note(AS_THE_NAVIGATION_BEGAN)).toEqual(AS_THE_NAVIGATION_BEGAN);
  });
});

test("of a document that is gone, what was open is over", () => {
  const leaving = createLeaving();
  for (const event of [begun(1), begun(2), begun(3), begun(4)]) leaving.note(event);
  leaving.note(closed(5));
  leaving.note({ kind: "failed", at: 5, socket: 2, channel: "websocket", url: URL, byPage: false });
  leaving.note({ kind: "blocked", at: 5, socket: 3, nth: 0, channel: "websocket", url: URL });
  expect(leaving.gone(7)).toEqual([{ kind: "gone", at: 7, socket: 4, channel: "websocket", url: URL }]);
});
