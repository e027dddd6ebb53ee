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
