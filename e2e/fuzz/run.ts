import { parseArgs } from "node:util";
import { compileFolder } from "../../src/knowledge/folder.js";
import { attempt, doorNames } from "./attempt.js";

/**
 * `npm run fuzz -- [--minutes 5] [--seed N] [--door "a HAR"]`: arbitrary input for every door, until the time is over.
 * What breaks one is made small and printed with its seed; put that into e2e/fuzz/kept.json once it is mended.
 */
const { values } = parseArgs({
  options: { minutes: { type: "string", default: "1" }, seed: { type: "string" }, door: { type: "string" } },
});
const { knowledge } = compileFolder("knowledge");
const doors = doorNames(knowledge).filter((name) => values.door === undefined || name === values.door);
const end = Date.now() + Number(values.minutes) * 60_000;
let seed = Number(values.seed ?? Date.now() % 1_000_000);
const table = new Map(doors.map((door) => [door, { inputs: 0, "slowest, ms": 0, failures: 0 }]));
do {
  for (const door of doors) {
    // Told before: what holds a door up for ever leaves no other trace.
    console.log(`seed ${seed}, ${door}`);
    const { inputs, slowestMs, failure } = await attempt(door, knowledge, { seed, runs: 50 });
    const line = table.get(door);
    if (!line) continue;
    line.inputs += inputs;
    line["slowest, ms"] = Math.max(line["slowest, ms"], Math.round(slowestMs));
    if (!failure) continue;
    line.failures += 1;
    console.error(
      `${door}: { "door": ${JSON.stringify(door)}, "seed": ${failure.seed}, "path": "${failure.path}" }\n${failure.said}\n`,
    );
  }
  seed += 1;
} while (Date.now() < end);
console.table(Object.fromEntries(table));
const sum = [...table.values()].reduce((total, { inputs }) => total + inputs, 0);
const failures = [...table.values()].reduce((total, line) => total + line.failures, 0);
console.log(`${sum} inputs, ${failures} failures, seeds up to ${seed - 1}`);
process.exitCode = failures > 0 ? 1 : 0;
