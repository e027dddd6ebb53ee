import type { FactName, Facts, FactValue } from "./facts/index.js";
import type { Condition, Test } from "./knowledge.js";

/** Longer than what an entry looks for can be; a file may hold megabytes. */
const LONGEST = 8000;

/** True or false where every fact is known or one decides; undefined where an unknown fact could still turn it. */
export function holds(condition: Condition, facts: Facts): boolean | undefined {
  let unknown = false;
  for (const { fact, test } of condition) {
    const result = passes(test, fact, facts);
    if (result === false) return false;
    if (result === undefined) unknown = true;
  }
  return unknown ? undefined : true;
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
