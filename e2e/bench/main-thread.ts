import { readFileSync } from "node:fs";

/**
 * Milliseconds that this process' main thread has been at work. Where the system tells (Linux), not those in which it waited
 * for a processor: on a busy machine the clock on the wall measures the others.
 */
export function mainThreadMs(): number {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
  } catch {
    return performance.now(); // another system: the wall's clock is what there is
  }
}
