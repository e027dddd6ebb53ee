import { byHand } from "./by-hand.js";
import { createLab } from "./lab.js";
import { missing } from "./requirements.js";
import { type ExpectedCard, hasPage, type Lab, type LogScenario } from "./scenario.js";
import type { NamedScenario } from "./scenarios.js";

/** Starts a scenario's servers and keeps them until Ctrl+C, for looking at the failure with a browser of one's own. */
export async function hold(scenario: NamedScenario): Promise<void> {
  const reason = missing(scenario);
  if (reason) throw new Error(`${scenario.name} cannot be started here: ${reason}`);
  const lab = createLab();
  try {
    console.log(`${scenario.title}\n`);
    if (scenario.standIn) console.log(`Stands in for the real thing:  ${scenario.standIn}`);
    for (const row of scenario.rows ?? []) console.log(`Shows:  ${row}`);
    if (!hasPage(scenario)) return await showLog(scenario, lab);
    const { page, log } = await scenario.start(lab);
    console.log(`Page:  ${page}`);
    for (const line of await byHand(page, scenario.protocol)) console.log(`By hand:  ${line}`);
    tell(scenario.cards, "Expected card");
    if (scenario.healthy > 0) console.log(`Expected healthy connections:  ${scenario.healthy}`);
    tell(scenario.logCards ?? [], "Expected card of the log");
    console.log("\nCtrl+C stops everything.");
    await interrupted();
    if (log) console.log(`\n${log()}`);
  } finally {
    await lab.stop();
  }
}

/** There is nothing to hold open: what it writes is all there is to see. */
async function showLog(scenario: LogScenario, lab: Lab): Promise<void> {
  console.log(await scenario.log(lab));
  tell(scenario.logCards, "Expected card of the log");
}

function tell(cards: readonly ExpectedCard[], what: string): void {
  for (const card of cards) console.log(`${what}:  ${describe(card)}`);
}

function describe({ cause, ...fields }: ExpectedCard): string {
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
