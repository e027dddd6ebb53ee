import { parseArgs } from "node:util";
import { showCoverage } from "./coverage.js";
import { hold } from "./hold.js";
import { record } from "./record.js";
import { loadScenarios } from "./scenarios.js";
import { tryAll } from "./try.js";

/** `npm run lab`: lists the scenarios, holds one open, tries or records them, or shows which rows of the guides they cover. */
const USAGE = "npm run lab [-- NAME | --try [NAME…] | --record [NAME…] | --coverage]";

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
    options: { record: { type: "boolean" }, try: { type: "boolean" }, coverage: { type: "boolean" } },
  });
  const [name] = positionals;
  const modes = Object.keys(values);
  const scenarios = await loadScenarios();
  const unknown = positionals.find((each) => !scenarios.some((scenario) => scenario.name === each));
  if (unknown !== undefined) throw new Error(`There is no scenario "${unknown}"; npm run lab lists them`);
  const takesMany = values.record || values.try;
  if (modes.length > 1 || (!takesMany && modes.length + positionals.length > 1))
    throw new Error(`One thing at a time: ${USAGE}`);
  if (takesMany) {
    const isAsStated = await (values.record ? record : tryAll)(scenarios, positionals);
    process.exitCode = isAsStated ? 0 : 1;
    return;
  }
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
  // In one piece, so that whoever reads only the first lines (`| head`) does not make the rest fail.
  console.log(scenarios.map(({ name, title }) => `${name.padEnd(longest)}  ${title}`).join("\n"));
}
