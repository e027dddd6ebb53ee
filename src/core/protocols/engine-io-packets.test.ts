import { expect, test } from "vitest";
import { type Exchange, newExchange } from "../exchange.js";
import { handshake } from "../sample-events.js";
import { doPollsOverlap } from "./engine-io-packets.js";
import { newSession } from "./engine-io-session.js";

function poll(startedAt: number, endedAt: number | null, text: string): Exchange {
  const responseBody = { text, encoding: "text" as const, bytes: text.length };
  return { ...newExchange(handshake(`e${startedAt}`)), startedAt, endedAt, responseBody };
}

const overlap = (...polls: Exchange[]) => doPollsOverlap({ ...newSession(), polls });

test("polls overlap where the second begins long before the first is answered", () => {
  expect(overlap(poll(0, null, ""), poll(300, 310, ""))).toBe(true);
  expect(overlap(poll(300, 310, ""), poll(0, 400, "2"))).toBe(true);
});

test("a client that asks again the moment it is answered has one poll, whatever the clocks say", () => {
  expect(overlap(poll(0, 306, "2"), poll(300, 310, "2"))).toBe(false);
  expect(overlap(poll(0, 306, "41"), poll(300, 310, "2"))).toBe(false);
});

test("a close packet ends the first poll once there is a second", () => {
  expect(overlap(poll(0, 306, "1"), poll(300, 310, ""))).toBe(true);
  expect(overlap(poll(0, 306, "2\u001e1"), poll(300, 310, ""))).toBe(true);
  expect(overlap(poll(0, 306, "1:1"), poll(300, 310, ""))).toBe(true);
  expect(overlap(poll(0, 299, "1"), poll(300, 310, "")), "asked for after the end").toBe(false);
});
