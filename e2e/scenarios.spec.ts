import { expect, test } from "./fixtures.js";
import { missing, standInFor } from "./lab/requirements.js";
import { hasPage } from "./lab/scenario.js";
import { loadScenarios } from "./lab/scenarios.js";
import { runLogScenario } from "./logs.js";
import { runScenario } from "./walk.js";

const scenarios = await loadScenarios();

for (const scenario of scenarios.filter(hasPage)) {
  if (scenario.further === "by name") continue;
  test(`${scenario.name}: ${scenario.title}`, async ({ watch }) => {
    const reason = missing(scenario);
    const capture = standInFor(scenario);
    test.skip(reason !== null && capture === null, reason ?? "");
    if (capture) test.info().annotations.push({ type: "replayed", description: `${capture.pathname} (${reason})` });
    const { problems, cards } = await runScenario(watch, scenario, { capture });
    expect(problems, cards.map(({ text }) => text).join("\n---\n")).toEqual([]);
  });
}

for (const scenario of scenarios) {
  if (hasPage(scenario)) continue;
  test(`${scenario.name}: ${scenario.title}`, async () => {
    const reason = missing(scenario);
    test.skip(reason !== null, reason ?? "");
    expect(await runLogScenario(scenario)).toEqual([]);
  });
}
