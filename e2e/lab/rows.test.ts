import { expect, test } from "vitest";
import { hasPage } from "./scenario.js";
import { loadScenarios } from "./scenarios.js";

const scenarios = await loadScenarios();

/** What goes well is said by its title. */
test("each scenario that fails says what it shows in the words that people search for", () => {
  const failing = scenarios.filter((scenario) => {
    const cards = hasPage(scenario) ? [...scenario.cards, ...(scenario.logCards ?? [])] : scenario.logCards;
    return cards.length > 0;
  });
  expect(failing.length).toBeGreaterThan(0);
  expect(failing.filter(({ rows = [] }) => rows.length === 0).map(({ name }) => name)).toEqual([]);
});
