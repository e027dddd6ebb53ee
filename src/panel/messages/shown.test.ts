import { encode } from "@msgpack/msgpack";
import { expect, test } from "vitest";
import type { FrameEvent } from "../../core/traffic.js";
import { createConversation } from "./conversation.js";
import type { Spoken } from "./decode.js";
import { createRows } from "./rows.js";
import { searchTextOf } from "./search-text.js";
import { createSearching, type Progress } from "./searching.js";
import { ALL_MESSAGES, rowsOf, streamKey } from "./shown.js";
import { decodeFrames } from "./testing/decode-frames.js";

const said = [
  { type: 4, invocationId: "1", target: "Ticks", arguments: [] },
  { type: 2, invocationId: "1", item: 1 },
  { type: 1, target: "Other", arguments: [] },
  { type: 2, invocationId: "1", item: 2 },
];

const SIGNALR: Spoken = { protocol: "signalr", revision: null, subprotocol: null };

function frameOf(text: string, nth = 0): FrameEvent {
  const direction = nth === 0 ? "sent" : "received";
  return {
    kind: "frame",
    id: `f${nth}`,
    at: nth,
    exchange: "e",
    direction,
    payload: { text, encoding: "text", bytes: 1 },
  };
}

const messages = decodeFrames(
  said.map((message, nth) => frameOf(`${JSON.stringify(message)}\u001e`, nth)),
  SIGNALR,
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
  const { conversation, add } = createConversation();
  messages.forEach(add);
  expect([...conversation.subjects]).toEqual(["Ticks", "Other"]);
});

test("what comes is looked at once, and gives the same rows as all of it at once", () => {
  const grown: typeof messages = [];
  let looked = 0;
  const counted = new Proxy(grown, {
    get: (list, place) => {
      if (typeof place === "string" && /^\d+$/.test(place)) looked += 1;
      return Reflect.get(list, place);
    },
  });
  const rows = createRows();
  const filter = { ...ALL_MESSAGES, direction: "received" } as const;
  const unfolded: ReadonlySet<string> = new Set();
  for (const _ of Array(500)) {
    grown.push(...messages);
    const found = rows({ messages: counted, filter, unfolded, isFound: false });
    expect(found).toEqual(rowsOf(grown, filter, unfolded));
  }
  expect(looked).toBe(grown.length);
});

test("very many messages are searched step by step, and found as at once", () => {
  const many = Array.from({ length: 4000 }, () => messages).flat();
  const searching = createSearching();
  const told = (wanted: string, nth: number): Progress[] => {
    searching.take({ type: "search", wanted, nth });
    const steps: Progress[] = [];
    for (let step = searching.step(); step; step = searching.step()) steps.push(step);
    return steps;
  };
  searching.take({ type: "texts", texts: many.slice(0, 6000).map(searchTextOf) });
  searching.take({ type: "texts", texts: many.slice(6000).map(searchTextOf) });
  const steps = told("other", 1);
  expect(steps.map(({ done }) => done)).toEqual([5000, 10_000, 15_000, 16_000]);
  const found = steps.flatMap(({ places }) => places.map((place) => many[place]));
  expect(found).toEqual(rowsOf(many, { ...ALL_MESSAGES, text: " Other" }, new Set()));

  expect(told("nobody says this", 2).flatMap(({ places }) => places)).toEqual([]);
  searching.take({ type: "texts", texts: ["and nobody says this either"] });
  expect(searching.step()).toEqual({ nth: 2, places: [16_000], done: 16_001 });
});

test("what packed bytes mean is searched, not how they are written down", () => {
  const bytes = encode([1, {}, null, "Moved", ["corner", 7n]], { useBigInt64: true });
  const text = Buffer.from([bytes.length, ...bytes]).toString("base64");
  const packed: FrameEvent = { ...frameOf(""), payload: { text, encoding: "base64", bytes: bytes.length } };
  const all = decodeFrames([packed], SIGNALR);
  const shows = (wanted: string) => rowsOf(all, { ...ALL_MESSAGES, text: wanted }, new Set()).length;
  expect([shows("corner"), shows(text.slice(2, 9))]).toEqual([1, 0]);
});
