import { createLab } from "./lab.js";
import { missing } from "./requirements.js";
import type { NamedScenario } from "./scenarios.js";

/** Starts a scenario's servers and keeps them until Ctrl+C, for looking at the failure with a browser of one's own. */
export async function hold(scenario: NamedScenario): Promise<void> {
  const reason = missing(scenario);
  if (reason) throw new Error(`${scenario.name} cannot be started here: ${reason}`);
  const lab = createLab();
  try {
    const { page, curl = [] } = await scenario.start(lab);
    console.log(`${scenario.title}\n`);
    console.log(`Page:  ${page}`);
    for (const line of curl) console.log(`By hand:  ${line}`);
    for (const card of scenario.cards) console.log(`Expected card:  ${describe(card)}`);
    if (scenario.healthy > 0) console.log(`Expected healthy connections:  ${scenario.healthy}`);
    if (scenario.standIn) console.log(`Stands in for the real thing:  ${scenario.standIn}`);
    console.log("\nCtrl+C stops everything.");
    await interrupted();
  } finally {
    await lab.stop();
  }
}

function describe({ cause, ...fields }: NamedScenario["cards"][number]): string {
  const rest = Object.entries(fields).map(([name, value]) => `${name} ${value}`);
  return [cause, ...rest].join(", ");
}

function interrupted(): Promise<void> {
  return new Promise((done) => {
    // A timer keeps Node alive where a scenario's servers run in processes of their own.
    const alive = setInterval(() => undefined, 60_000);
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        clearInterval(alive);
        done();
      });
    }
  });
}
