import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { knowledge } from "virtual:knowledge";
import { describe, expect, test } from "vitest";
import { run } from "../src/cli/run.js";
import { analyse } from "../src/core/analysis.js";
import type { TrafficEvent } from "../src/core/traffic.js";
import { readHar } from "../src/har/read.js";
import { type Report, readReport } from "../src/report/json.js";
import { loadPageScenarios } from "./lab/scenarios.js";
import { foundIn, isHealthy, otherThanStated } from "./stated.js";

/** Recorded from the real servers by `npm run lab -- --record`; none of them is needed to diagnose what they sent. */
const FOLDER = new URL("./captures/", import.meta.url);
const recorded = new Set(readdirSync(FOLDER).map((file) => file.replace(/\.har$/, "")));
const all = await loadPageScenarios();
const scenarios = all.filter(({ name }) => recorded.has(name));

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

/** What the command line says of a capture, by the way in that a person takes. */
async function reportOf(name: string): Promise<Report> {
  let printed = "";
  const code = await run(["analyze", `${name}.har`, "--format", "json"], {
    read: (path) => readFile(new URL(path, FOLDER)),
    write: () => Promise.reject(new Error("nothing was to be written")),
    print: (text) => {
      printed += text;
    },
    complain: () => undefined,
    isFile: () => Promise.resolve(true),
    isSameFile: () => Promise.resolve(false),
    untilStopped: () => Promise.resolve(),
    hasColours: false,
  });
  const report = readReport(JSON.parse(printed));
  expect(code).toBe(report.cards.length > 0 ? 1 : 0);
  return report;
}

describe("what the scenarios sent leads to the stated cards, through the command line", () => {
  test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))("%s", async (name, scenario) => {
    const { cards, connections } = await reportOf(name);
    expect(otherThanStated(cards.map(foundIn), scenario.cards)).toEqual([]);
    expect(connections.filter(isHealthy).length).toBeGreaterThanOrEqual(scenario.healthy);
    expect(connections.length).toBeGreaterThan(0);
  });

  test("at least half of what failed is confirmed", () => {
    const cards = scenarios.flatMap(
      ({ name }) => analyse(readHar(readFileSync(new URL(`${name}.har`, FOLDER), "utf8")).events, knowledge).cards,
    );
    const confirmed = cards.filter(({ causes: [best] }) => best?.confidence === "confirmed");
    expect(cards.length).toBeGreaterThan(200);
    expect(confirmed.length / cards.length).toBeGreaterThanOrEqual(0.5);
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
    for (const seed of [1, 2, 3]) expect(summary(reordered(events, seed))).toEqual(summary(events));
  });

  test("and each scenario with a page has its capture, each capture its scenario", () => {
    const named = all.map(({ name }) => name).sort();
    expect([...recorded].sort(), "record what is missing: npm run lab -- --record NAME…").toEqual(named);
  });
});
