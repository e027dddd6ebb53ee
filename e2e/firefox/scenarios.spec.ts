import { missing } from "../lab/requirements.js";
import { loadPageScenarios } from "../lab/scenarios.js";
import { runScenario } from "../walk.js";
import { expect, test } from "./fixtures.js";

for (const scenario of await loadPageScenarios()) {
  const { firefox, further, name, title } = scenario;
  if (further || (firefox && "cannot" in firefox)) continue;
  test(`${name}: ${title}`, async ({ watch }) => {
    const reason = missing(scenario);
    test.skip(reason !== null, reason ?? "");
    const { problems, cards } = await runScenario(watch, { ...scenario, cards: firefox?.cards ?? scenario.cards });
    expect(problems, cards.map(({ text }) => text).join("\n---\n")).toEqual([]);
  });
}
