import { expect, test } from "vitest";
import type { FrameEvent } from "../../core/traffic.js";
import { decodeFrames } from "./decode.js";
import { ALL_MESSAGES, rowsOf, streamKey, subjectsOf } from "./shown.js";
import { searchedOn } from "./use-rows.js";

const said = [
  { type: 4, invocationId: "1", target: "Ticks", arguments: [] },
  { type: 2, invocationId: "1", item: 1 },
  { type: 1, target: "Other", arguments: [] },
  { type: 2, invocationId: "1", item: 2 },
];

const messages = decodeFrames(
  said.map(
    (message, nth): FrameEvent => ({
      kind: "frame",
      id: `f${nth}`,
      at: nth,
      exchange: "e",
      direction: nth === 0 ? "sent" : "received",
      payload: { text: `${JSON.stringify(message)}\u001e`, encoding: "text", bytes: 1 },
    }),
  ),
  { protocol: "signalr", revision: null, subprotocol: null },
);
const shown = (filter = ALL_MESSAGES, unfolded: readonly string[] = []) =>
  rowsOf(messages, filter, new Set(unfolded)).map(({ frame }) => frame.id);

test("a stream is one row until it is unfolded, and then its items stand beneath it", () => {
  const [opener] = messages;
  expect(shown()).toEqual(["f0", "f2"]);
  expect(shown(ALL_MESSAGES, opener ? [streamKey(opener)] : [])).toEqual(["f0", "f1", "f3", "f2"]);
});

test("what is searched for is found within a folded stream", () => {
  expect(shown({ ...ALL_MESSAGES, text: '"item":2' })).toEqual(["f3"]);
  expect(shown({ ...ALL_MESSAGES, kind: "StreamItem" })).toEqual(["f1", "f3"]);
});

test("a target's messages are its calls and what answers them", () => {
  expect(shown({ ...ALL_MESSAGES, subject: "Ticks" })).toEqual(["f0", "f1", "f3"]);
  expect(subjectsOf(messages)).toEqual(["Other", "Ticks"]);
});

test("very many messages are searched step by step, a step for each look, and found as at once", () => {
  const many = Array.from({ length: 4000 }, () => messages).flat();
  const filter = { ...ALL_MESSAGES, text: "other" };
  const first = searchedOn(null, many, filter);
  expect(first.done).toBe(5000);
  const second = searchedOn(first, many, filter);
  expect(second.done).toBe(10_000);
  let search = second;
  while (search.done < many.length) search = searchedOn(search, many, filter);
  expect(search.found).toEqual(rowsOf(many, filter, new Set()));
  expect(searchedOn(search, many, filter).found).toBe(search.found);

  const longer = [...many, ...messages];
  expect(searchedOn(search, longer, filter)).toMatchObject({ done: longer.length });
  expect(searchedOn(second, many, { ...filter, text: "ticks" }).done).toBe(5000);
  expect(searchedOn(second, [...many].reverse(), filter).done).toBe(5000);
});
