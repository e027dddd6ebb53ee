import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createQueue } from "./queue.js";

test("a queue gives what a set would give that is read from its beginning", () => {
  const step = fc.oneof(
    fc.record({ does: fc.constant("add" as const), value: fc.nat(3000) }),
    fc.record({ does: fc.constant("delete" as const), value: fc.nat(3000) }),
    fc.record({ does: fc.constant("shift" as const), times: fc.nat(2000) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const queue = createQueue<number>();
      const set = new Set<number>();
      for (let value = 10_000; value < 12_500; value += 1) for (const each of [queue, set]) each.add(value);
      for (const each of steps) {
        if (each.does === "add") for (const one of [queue, set]) one.add(each.value);
        if (each.does === "delete") expect(queue.delete(each.value)).toBe(set.delete(each.value));
        if (each.does !== "shift") continue;
        const given: (number | undefined)[] = [];
        const wanted = [...set].slice(0, each.times);
        for (const first of wanted) {
          given.push(queue.first());
          queue.delete(first);
          set.delete(first);
        }
        expect(given).toEqual(wanted);
      }
      expect(queue.first()).toBe([...set][0]);
    }),
    { numRuns: 30 },
  );
});

test("what is taken out and comes again stands at the end", () => {
  const queue = createQueue<string>();
  for (const each of ["one", "two"]) queue.add(each);
  queue.delete("one");
  queue.add("one");
  expect(queue.first()).toBe("two");
});

test("what is taken out is let go, also where nobody asks for the first", async () => {
  const queue = createQueue<object>();
  const taken = Array.from({ length: 100 }, () => {
    const each = {};
    queue.add(each);
    queue.delete(each);
    return new WeakRef(each);
  });
  queue.add({});
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  await new Promise(setImmediate); // a `WeakRef` holds what it was made of until the end of its own task
  collect();
  expect(taken.filter((each) => each.deref())).toEqual([]);
  expect(queue.first()).toEqual({});
});
