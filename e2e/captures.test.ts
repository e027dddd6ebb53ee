import { readdirSync, readFileSync } from "node:fs";
import { knowledge } from "virtual:knowledge";
import { describe, expect, test } from "vitest";
import { analyse } from "../src/core/analysis.js";
import type { Card } from "../src/core/card.js";
import { readHar } from "../src/har/read.js";
import type { ExpectedCard } from "./lab/scenario.js";
import { loadScenarios } from "./lab/scenarios.js";

/** Recorded from the real ASP.NET Core server by `npm run record`; no .NET is needed to diagnose them. */
const FOLDER = new URL("./captures/", import.meta.url);
const scenarios = (await loadScenarios()).filter(({ needs }) => needs === "dotnet");

function fits(card: Card, expected: ExpectedCard): boolean {
  const { cause, confidence, ...fields } = expected;
  const [best] = card.causes;
  const isCause = best?.cause === cause && (confidence === undefined || best.confidence === confidence);
  return isCause && Object.entries(fields).every(([name, value]) => card[name as keyof Card] === value);
}

describe("what the .NET scenarios sent leads to the stated cards", () => {
  test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))("%s", (name, scenario) => {
    const har = readFileSync(new URL(`${name}.har`, FOLDER), "utf8");
    const { cards, connections } = analyse(readHar(har).events, knowledge);
    const seen = cards.map(({ causes, phase, status, netError }) => ({
      cause: causes[0]?.cause,
      phase,
      status,
      netError,
    }));
    expect(cards, JSON.stringify(seen)).toHaveLength(scenario.cards.length);
    for (const expected of scenario.cards)
      expect(
        cards.filter((card) => fits(card, expected)),
        JSON.stringify(seen),
      ).toHaveLength(1);
    const healthy = connections.filter(({ state }) => state === "open" || state === "closed");
    expect(healthy.length).toBeGreaterThanOrEqual(scenario.healthy);
    expect(connections.length).toBeGreaterThan(0);
  });

  test("and each scenario has its capture, each capture its scenario", () => {
    const names = readdirSync(FOLDER).map((file) => file.replace(/\.har$/, ""));
    expect(names.sort(), "run npm run record on a machine with the .NET SDK").toEqual(
      scenarios.map(({ name }) => name).sort(),
    );
  });
});
