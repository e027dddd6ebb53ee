import { missing } from "../lab/requirements.js";
import { loadPageScenarios } from "../lab/scenarios.js";
import { runScenario } from "../walk.js";
import { expect, test } from "./fixtures.js";

/** A run of its own for the scenarios that `npm test` tries in Chromium alone, or not at all. */
const takesFurther = process.env.HANDSHAKE_TRIAGE_FURTHER === "1";

for (const scenario of await loadPageScenarios()) {
  const { firefox, further, name, title } = scenario;
  if (Boolean(further) !== takesFurther || (firefox && "cannot" in firefox)) continue;
  test(`${name}: ${title}`, async ({ watch }) => {
    const reason = missing(scenario);
    test.skip(reason !== null, reason ?? "");
    const { problems, cards } = await runScenario(watch, { ...scenario, cards: firefox?.cards ?? scenario.cards });
    expect(problems, cards.map(({ text }) => text).join("\n---\n")).toEqual([]);
  });
}
