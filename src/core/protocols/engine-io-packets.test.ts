import { expect, test } from "vitest";
import { type Exchange, newExchange } from "../exchange.js";
import type { Content } from "../traffic.js";
import { UNANSWERED } from "../unanswered.js";
import { doPollsOverlap } from "./engine-io-packets.js";
import { newSession } from "./engine-io-session.js";

const text = (body: string): Content => ({ text: body, encoding: "text", bytes: body.length });

function poll(at: number, endedAt: number, body: string): Exchange {
  const url = "https://app.test/socket.io/?EIO=4&transport=polling&sid=S";
  const asked = { kind: "exchange", id: `e${at}`, exchange: `x${at}`, at, channel: "http", page: "p" } as const;
  const told = { method: "GET", url, requestHeaders: null, ...UNANSWERED, endedAt, responseBody: text(body) };
  return newExchange({ ...asked, ...told });
}

test.each([
  ["the second is answered after a while", poll(0, 400, "1"), poll(300, 399, ""), true],
  ["a near server refuses the second at once, and ends the first with it", poll(0, 305, "1"), poll(300, 304, ""), true],
  ["the same in version 2", poll(0, 305, "1:1"), poll(300, 304, ""), true],
  ["a client asks again, by a clock that is a little behind", poll(0, 305, "6"), poll(300, 400, "1"), false],
  ["a message that looks like the end", poll(0, 305, '42["1"]'), poll(300, 400, ""), false],
  ["one after the other", poll(0, 300, "1"), poll(310, 320, ""), false],
])("two polls at once: %s", (_, first, second, atOnce) => {
  expect(doPollsOverlap({ ...newSession(), polls: [second, first] })).toBe(atOnce);
});
