import { expect, test } from "./fixtures.js";
import { missing } from "./lab/requirements.js";
import { loadScenarios } from "./lab/scenarios.js";
import { runScenario } from "./walk.js";

for (const scenario of await loadScenarios()) {
  test(`${scenario.name}: ${scenario.title}`, async ({ watch }) => {
    const reason = missing(scenario);
    test.skip(reason !== null, reason ?? "");
    const { problems, cards } = await runScenario(watch, scenario);
    expect(problems, cards.map(({ text }) => text).join("\n---\n")).toEqual([]);
  });
}
