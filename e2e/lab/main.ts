import { parseArgs } from "node:util";
import { showCoverage } from "./coverage.js";
import { hold } from "./hold.js";
import { record } from "./record.js";
import { loadScenarios } from "./scenarios.js";

/** `npm run lab`: lists the scenarios, holds one open, records them, or shows which rows of the guides they cover. */
const USAGE = "npm run lab [-- NAME | --record | --coverage]";

try {
  await run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { record: { type: "boolean" }, coverage: { type: "boolean" } },
  });
  const [name, ...others] = positionals;
  const wanted = [name, values.record, values.coverage].filter(Boolean);
  if (wanted.length > 1 || others.length > 0) throw new Error(`One thing at a time: ${USAGE}`);
  const scenarios = await loadScenarios();
  if (values.record) return record(scenarios);
  if (values.coverage) {
    process.exitCode = (await showCoverage(scenarios)) ? 0 : 1;
    return;
  }
  if (name === undefined) return list(scenarios);
  const scenario = scenarios.find((each) => each.name === name);
  if (!scenario) throw new Error(`There is no scenario "${name}"; npm run lab lists them`);
  return hold(scenario);
}

function list(scenarios: Awaited<ReturnType<typeof loadScenarios>>): void {
  const longest = Math.max(...scenarios.map(({ name }) => name.length));
  for (const { name, title } of scenarios) console.log(`${name.padEnd(longest)}  ${title}`);
}
