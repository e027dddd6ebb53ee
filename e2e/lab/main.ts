import { parseArgs } from "node:util";
import { showCoverage } from "./coverage.js";
import { hold } from "./hold.js";
import { record } from "./record.js";
import { loadScenarios } from "./scenarios.js";

/** `npm run lab`: lists the scenarios, holds one open, records them, or shows which rows of the guides they cover. */
const USAGE = "npm run lab [-- NAME | --record [NAME…] | --coverage]";

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
  const scenarios = await loadScenarios();
  const unknown = positionals.find((each) => !scenarios.some((scenario) => scenario.name === each));
  if (unknown !== undefined) throw new Error(`There is no scenario "${unknown}"; npm run lab lists them`);
  if (values.record && !values.coverage) {
    process.exitCode = (await record(scenarios, positionals)) ? 0 : 1;
    return;
  }
  if ([name, values.record, values.coverage].filter(Boolean).length > 1 || others.length > 0)
    throw new Error(`One thing at a time: ${USAGE}`);
  if (values.coverage) {
    process.exitCode = (await showCoverage(scenarios)) ? 0 : 1;
    return;
  }
  if (name === undefined) return list(scenarios);
  const scenario = scenarios.find((each) => each.name === name);
  return scenario && hold(scenario);
}

function list(scenarios: Awaited<ReturnType<typeof loadScenarios>>): void {
  const longest = Math.max(...scenarios.map(({ name }) => name.length));
  for (const { name, title } of scenarios) console.log(`${name.padEnd(longest)}  ${title}`);
}
