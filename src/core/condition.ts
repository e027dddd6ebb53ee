import type { FactName, Facts, FactValue } from "./facts/index.js";
import type { Condition, Test } from "./knowledge.js";

/** Longer than what an entry looks for can be; a file may hold megabytes. */
const LONGEST = 8000;

/** Does every test pass? A fact that nobody observed passes none but `known`. */
export function holds(condition: Condition, facts: Facts): boolean {
  for (const { fact, test } of condition) if (passes(test, fact, facts) !== true) return false;
  return true;
}

export function passes(test: Test, name: FactName, facts: Facts): boolean | undefined {
  const value = facts[name]?.value;
  if (test.op === "known") return (value !== undefined) === test.value;
  if (value === undefined) return undefined;
  switch (test.op) {
    case "is":
      return among(test.values, value);
    case "not":
      return !among(test.values, value);
    case "contains":
      return String(value).toLowerCase().includes(test.value.toLowerCase());
    case "matches":
      return test.value.test(String(value).slice(0, LONGEST));
    case "above":
      return Number(value) > test.value;
    case "below":
      return Number(value) < test.value;
    case "atLeast":
      return Number(value) >= test.value;
    case "atMost":
      return Number(value) <= test.value;
  }
}

/** A set is among them with any of its values. */
function among(values: readonly FactValue[], value: FactValue): boolean {
  return Array.isArray(value) ? value.some((each) => values.includes(each)) : values.includes(value);
}
