import { readFileSync } from "node:fs";

/**
 * Milliseconds that this thread has been at work. Where the system tells (Linux), not those in which it waited for a
 * processor, nor those of other threads: on a busy machine the clock on the wall measures the others.
 */
export function threadMs(): number {
  try {
    return Number(readFileSync("/proc/thread-self/schedstat", "utf8").split(" ")[0]) / 1e6;
  } catch {
    return performance.now(); // another system: the wall's clock is what there is
  }
}
