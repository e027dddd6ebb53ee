import { describe, expect, test } from "vitest";
import { printRows } from "./coverage-rows.js";
import { GUIDE_ROWS } from "./guide-rows.js";
import { loadScenarios } from "./scenarios.js";

const scenarios = await loadScenarios();
const showing = scenarios.filter(({ shows }) => shows?.length);
const allWell = new Map(showing.map((scenario) => [scenario, [] as string[]]));

function printed(...args: [typeof scenarios, typeof allWell]): { isWhole: boolean; lines: string[] } {
  const lines: string[] = [];
  return { isWhole: printRows(...args, (line) => lines.push(line)), lines };
}

const missing = (lines: string[]) => lines.filter((line) => line.startsWith("MISSING"));

describe("the rows of the three guides", () => {
  test("are all there where each scenario that shows one went as stated", () => {
    const { isWhole, lines } = printed(scenarios, allWell);
    expect(missing(lines)).toEqual([]);
    expect(lines.at(-1)).toContain(`${Object.keys(GUIDE_ROWS).length} of ${Object.keys(GUIDE_ROWS).length} rows shown`);
    expect(isWhole).toBe(true);
  });

  test.each(showing.map((scenario) => [scenario.name, scenario] as const))(
    "are not where %s goes otherwise than stated, or was not run",
    (name, scenario) => {
      const otherwise = new Map(allWell).set(scenario, ["missing: its card"]);
      const notRun = new Map(allWell);
      notRun.delete(scenario);
      for (const problems of [otherwise, notRun]) {
        const { isWhole, lines } = printed(scenarios, problems);
        expect(isWhole).toBe(false);
        expect(missing(lines)).toHaveLength(scenario.shows?.length ?? 0);
        expect(missing(lines)[0]).toContain(name);
      }
    },
  );

  test("are not where no scenario shows one", () => {
    const rest = scenarios.filter(({ shows }) => !shows?.includes("socket-io/code-5"));
    const { isWhole, lines } = printed(rest, allWell);
    expect(isWhole).toBe(false);
    expect(missing(lines)).toMatchObject([expect.stringContaining("no scenario shows it")]);
  });
});
