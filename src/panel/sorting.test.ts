import { expect, it } from "vitest";
import { analyse } from "../core/analysis.js";
import { NOTHING_KNOWN } from "../core/knowledge.js";
import { filtered, NO_FILTER } from "./filters.js";
import { SAMPLES } from "./preview-samples.js";
import { SORTS, sorted } from "./sorting.js";

const { cards } = analyse(SAMPLES.failing ?? [], NOTHING_KNOWN);

it("shows the same cards in every order", () => {
  for (const sort of SORTS) expect(new Set(sorted(cards, sort))).toEqual(new Set(cards));
});

it("puts what happened most often first, and the newest of those that happened as often", () => {
  const [first, second, third] = sorted(cards, "often");
  expect(first?.occurrences).toBe(Math.max(...cards.map(({ occurrences }) => occurrences)));
  expect(second?.occurrences).toBe(third?.occurrences);
  expect(second?.lastAt).toBeGreaterThanOrEqual(third?.lastAt ?? 0);
});

it("lets through what happened last within the minutes before the newest card", () => {
  const newest = Math.max(...cards.map(({ lastAt }) => lastAt));
  const old = { ...cards[0], lastAt: newest - 61_000 } as (typeof cards)[number];
  expect(filtered([...cards, old], { ...NO_FILTER, withinMinutes: 1 })).not.toContain(old);
  expect(filtered([...cards, old], { ...NO_FILTER, withinMinutes: 5 })).toContain(old);
});

it("orders by what a card carries, and puts last what carries nothing of it", () => {
  const along = (sort: (typeof SORTS)[number], value: (card: (typeof cards)[number]) => unknown) =>
    sorted(cards, sort).map(value);
  expect(along("status", ({ status }) => status)).toEqual([0, 101, 400, 401, 404, 404]);
  expect(along("engineIoCode", ({ engineIoCode }) => engineIoCode)).toEqual([1, null, null, null, null, null]);
  expect(along("closeCode", ({ closeCode }) => closeCode)[0]).toBe(1006);
  expect(along("protocol", ({ protocol }) => protocol).at(-1)).toBe("web-pubsub");
  expect(along("phase", ({ phase }) => phase)).toEqual(["preflight", "connect", "connect", "connect", "poll", "close"]);
});
