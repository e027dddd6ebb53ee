import { expect, it } from "vitest";
import type { ConnectionSummary } from "../../core/summaries.js";
import { STRETCHES, strikesOf } from "./occurrences.js";

const at = (startedAt: number, card: string | null) => ({ startedAt, card }) as ConnectionSummary;

it("counts each card's connections over the time of the whole recording", () => {
  const strikes = strikesOf([at(0, null), at(50, "a"), at(51, "a"), at(100, "b"), at(100, "a")]);
  const a = strikes.get("a") ?? [];
  expect(a).toHaveLength(STRETCHES);
  expect([a[STRETCHES / 2], a[STRETCHES - 1], a[0]]).toEqual([2, 1, 0]);
  expect(strikes.get("b")?.at(-1)).toBe(1);
  expect(strikes.size).toBe(2);
});

it("takes connections of one and the same moment", () => {
  expect(strikesOf([at(5, "a"), at(5, "a")]).get("a")?.[0]).toBe(2);
});
