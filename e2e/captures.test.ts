import { readdirSync, readFileSync } from "node:fs";
import { knowledge } from "virtual:knowledge";
import { describe, expect, test } from "vitest";
import { analyse } from "../src/core/analysis.js";
import type { TrafficEvent } from "../src/core/traffic.js";
import { readHar } from "../src/har/read.js";
import { doesNeed } from "./lab/requirements.js";
import { loadPageScenarios } from "./lab/scenarios.js";
import { foundIn, isHealthy, otherThanStated } from "./stated.js";

/** Recorded from the real ASP.NET Core server by `npm run lab -- --record`; no .NET is needed to diagnose them. */
const FOLDER = new URL("./captures/", import.meta.url);
const scenarios = (await loadPageScenarios()).filter((scenario) => doesNeed(scenario, "dotnet"));

/** Requests with their messages, in another order: each may be told of up to three places earlier or later. */
function reordered(events: readonly TrafficEvent[], seed: number): TrafficEvent[] {
  const blocks = new Map<string, TrafficEvent[]>();
  for (const event of events) {
    const key = "exchange" in event ? event.exchange : event.id;
    blocks.set(key, [...(blocks.get(key) ?? []), event]);
  }
  const placed = [...blocks.values()].map((block, place) => ({
    block,
    place: place + ((place * 7 + seed * 13) % 5) * 0.75,
  }));
  return placed.sort((one, other) => one.place - other.place).flatMap(({ block }) => block);
}

describe("what the .NET scenarios sent leads to the stated cards", () => {
  test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))("%s", (name, scenario) => {
    const har = readFileSync(new URL(`${name}.har`, FOLDER), "utf8");
    const { cards, connections } = analyse(readHar(har).events, knowledge);
    expect(otherThanStated(cards.map(foundIn), scenario.cards)).toEqual([]);
    expect(connections.filter(isHealthy).length).toBeGreaterThanOrEqual(scenario.healthy);
    expect(connections.length).toBeGreaterThan(0);
  });

  test.each(scenarios.map(({ name }) => name))("%s, whatever the order in which it is told of", (name) => {
    const { events } = readHar(readFileSync(new URL(`${name}.har`, FOLDER), "utf8"));
    const summary = (told: readonly TrafficEvent[]) => {
      const { cards, connections } = analyse(told, knowledge);
      const causes = cards.map(({ causes: [best], phase, status, occurrences }) => [
        best?.cause,
        phase,
        status,
        occurrences,
      ]);
      return { causes, states: connections.map(({ state, sent, received }) => `${state} ${sent} ${received}`).sort() };
    };
    for (const seed of [1, 2, 3, 4, 5, 6]) expect(summary(reordered(events, seed))).toEqual(summary(events));
  });

  test("and each scenario has its capture, each capture its scenario", () => {
    const names = readdirSync(FOLDER).map((file) => file.replace(/\.har$/, ""));
    expect(names.sort(), "run npm run lab -- --record on a machine with the .NET SDK").toEqual(
      scenarios.map(({ name }) => name).sort(),
    );
  });
});
