import { knowledge } from "virtual:knowledge";
import { describe, expect, test } from "vitest";
import { attempt, doorNames } from "./attempt.js";
import kept from "./kept.json" with { type: "json" };

/** A few of each here, always the same; `npm run fuzz` tries others for as long as it may. */
const SEED = 20_261_126;
const RUNS = 25;
const PATIENCE_MS = 120_000;

describe("nothing that comes in from outside breaks a door, or holds it up", () => {
  test.each(doorNames(knowledge))(
    "%s",
    async (door) => {
      const { failure, inputs } = await attempt(door, knowledge, { seed: SEED, runs: RUNS });
      expect(failure?.said ?? null).toBeNull();
      expect(inputs).toBeGreaterThanOrEqual(RUNS);
    },
    PATIENCE_MS,
  );

  test(
    "what once did is mended",
    async () => {
      for (const { door, seed, path } of kept as { door: string; seed: number; path: string }[]) {
        const { failure } = await attempt(door, knowledge, { seed, path, runs: 1 });
        expect(failure?.said ?? null, `${door}, seed ${seed}`).toBeNull();
      }
    },
    PATIENCE_MS,
  );
});
