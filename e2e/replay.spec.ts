import { fileURLToPath } from "node:url";
import { analyzeFile } from "./command-line.js";
import { expect, test } from "./fixtures.js";
import { captureOf } from "./lab/replayed-hub.js";
import { doesNeed } from "./lab/requirements.js";
import { loadPageScenarios } from "./lab/scenarios.js";
import { runScenario } from "./walk.js";

/** The recorded server in place of the real one: the panel must show what it showed when the capture was made. */
for (const scenario of (await loadPageScenarios()).filter((each) => doesNeed(each, "dotnet"))) {
  test(`replayed, ${scenario.name} gives the cards of its capture`, async ({ watch }) => {
    const capture = captureOf(scenario.name);
    if (!capture) throw new Error(`${scenario.name} has no capture: npm run lab -- --record ${scenario.name}`);
    const { problems, cards } = await runScenario(watch, scenario, { capture });
    expect(problems, cards.map(({ text }) => text).join("\n---\n")).toEqual([]);
    const now = cards.map(({ cause, phase, status, netError }) => ({ cause, phase, status, netError }));
    const then = analyzeFile(fileURLToPath(capture)).cards.map(({ causes: [best], phase, status, netError }) => ({
      cause: best?.cause,
      phase,
      status,
      netError,
    }));
    expect(now).toEqual(then);
  });
}
