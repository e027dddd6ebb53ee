import { expect, it } from "vitest";
import { holds } from "./condition.js";
import type { FactName, Facts, FactValue } from "./facts/index.js";
import type { Condition, Knowledge } from "./knowledge.js";
import { suspects } from "./suspects.js";
import { seeded } from "./testing/seeded.js";

const VALUES: [FactName, FactValue[]][] = [
  ["said.messages", [["cors-blocked"], ["timed-out", "cors-blocked"]]],
  ["protocol", ["signalr", "engine-io"]],
  ["phase", ["negotiate", "connect", "poll"]],
  ["status", [200, 404, 502]],
  ["netError", ["net::ERR_FAILED", ""]],
  ["close.code", [1006, 4000]],
  ["request.method", ["GET", "POST"]],
];

it("leaves those whose conditions hold, in the catalogue's order, whatever was asked before", () => {
  const random = seeded(23);
  const below = (most: number) => Math.floor(random() * most);
  const oneOf = <T>(list: readonly T[]) => list[below(list.length)] as T;

  function test(): Condition[number] {
    const [fact, values] = oneOf(VALUES);
    const value = [oneOf(values)].flat()[0] ?? "";
    if (below(4) === 0) return { fact, test: { op: "known", value: below(2) === 0 } };
    return { fact, test: { op: oneOf(["is", "not"] as const), values: [value] } };
  }
  const condition = () => Array.from({ length: 1 + below(3) }, test);
  const entries = Array.from({ length: 60 }, (_, place) => {
    return { id: `any/${place}`, when: Array.from({ length: 1 + below(3) }, condition), benign: place % 9 === 0 };
  });
  const knowledge = { entries } as unknown as Knowledge;

  let raised = 0;
  for (let round = 0; round < 400; round += 1) {
    const seen = VALUES.filter(() => below(2) === 0).map(([name, values]) => [
      name,
      { value: oneOf(values), shownBy: [] },
    ]);
    const facts = Object.fromEntries(seen) as Facts;
    const fits = (when: readonly Condition[]) => when.some((each) => holds(each, facts));
    const left = suspects(knowledge, facts).filter(({ when }) => fits(when));
    const all = knowledge.entries.filter(({ benign, when }) => !benign && fits(when));
    expect(left.map(({ entry }) => entry.id)).toEqual(all.map(({ id }) => id));
    raised += all.length;
  }
  expect(raised).toBeGreaterThan(1000);
});
