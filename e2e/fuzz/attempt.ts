import fc from "fast-check";
import type { Knowledge } from "../../src/core/knowledge.js";
import { threadMs } from "../bench/thread-time.js";
import { doorsOf } from "./doors.js";

/** An input over this is a hang. */
export const LONGEST_MS = 1000;
/** For so long what broke a door is made smaller: each smaller form of a hang takes a second again. */
const SHRINKING_MS = 20_000;

export interface Attempt {
  inputs: number;
  slowestMs: number;
  /** What broke it, as small as it could be made; null where nothing did. */
  failure: { seed: number; path: string; said: string } | null;
}

export const doorNames = (knowledge: Knowledge) => Object.keys(doorsOf(knowledge, (act) => act()));

/** Tries a door with so many inputs. A time limit that a busy machine may break is taken of the processor's time. */
export async function attempt(
  door: string,
  knowledge: Knowledge,
  { seed, runs, path }: { seed: number; runs: number; path?: string },
): Promise<Attempt> {
  let inputs = 0;
  let slowestMs = 0;
  let shrinksUntil = Number.POSITIVE_INFINITY;
  const property = doorsOf(knowledge, (act) => {
    fc.pre(Date.now() < shrinksUntil); // past it no smaller form is tried any more
    inputs += 1;
    const before = threadMs();
    try {
      const result = act();
      const ms = threadMs() - before;
      slowestMs = Math.max(slowestMs, ms);
      if (ms > LONGEST_MS) throw new Error(`a hang: ${Math.round(ms)} ms`);
      return result;
    } catch (error) {
      shrinksUntil = Math.min(shrinksUntil, Date.now() + SHRINKING_MS);
      throw error;
    }
  })[door];
  if (!property) throw new Error(`there is no door "${door}"`);
  const details = await fc.check(property as fc.IAsyncProperty<unknown[]>, {
    seed,
    numRuns: runs,
    ...(path === undefined ? {} : { path }),
  });
  if (!details.failed) return { inputs: Math.max(inputs, details.numRuns), slowestMs, failure: null };
  const error = details.errorInstance;
  const said = `${error instanceof Error ? error.stack : String(error)}\n${fc.stringify(details.counterexample).slice(0, 1500)}`;
  return { inputs, slowestMs, failure: { seed: details.seed, path: details.counterexamplePath ?? "", said } };
}
