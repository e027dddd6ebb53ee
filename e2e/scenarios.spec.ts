import { expect, test } from "./fixtures.js";
import { missing, standInFor } from "./lab/requirements.js";
import { loadScenarios } from "./lab/scenarios.js";
import { runScenario } from "./walk.js";

for (const scenario of await loadScenarios()) {
  test(`${scenario.name}: ${scenario.title}`, async ({ watch }) => {
    const reason = missing(scenario);
    const capture = standInFor(scenario);
    test.skip(reason !== null && capture === null, reason ?? "");
    if (capture) test.info().annotations.push({ type: "replayed", description: `${capture.pathname} (${reason})` });
    const { problems, cards } = await runScenario(watch, scenario, { capture });
    expect(problems, cards.map(({ text }) => text).join("\n---\n")).toEqual([]);
  });
}
