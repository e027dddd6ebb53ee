import { explainText } from "./command-line.js";
import { createLab } from "./lab/lab.js";
import type { ExpectedCard, LogScenario } from "./lab/scenario.js";
import { foundIn, isHealthy, otherThanStated } from "./stated.js";

/** Lets a scenario without a page happen, and says where the command line explains its log otherwise than stated. */
export async function runLogScenario({ log, logCards, healthy }: LogScenario): Promise<string[]> {
  const lab = createLab();
  try {
    return explainAsStated(await log(lab), logCards, healthy);
  } finally {
    await lab.stop();
  }
}

/** Where `explain` says of a log something else than stated; with the log, for whoever has to find out why. */
export function explainAsStated(log: string, stated: readonly ExpectedCard[], healthy = 0): string[] {
  if (log.trim() === "") return ["nothing was written to the log"];
  const { cards, connections } = explainText(log);
  const problems = otherThanStated(cards.map(foundIn), stated);
  const found = connections.filter(isHealthy).length;
  if (found < healthy) problems.push(`${found} healthy connections in the log, ${healthy} expected`);
  return problems.length > 0 ? [...problems, `the log:\n${log}`] : [];
}
