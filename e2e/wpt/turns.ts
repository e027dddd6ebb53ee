import { startChromium } from "./chromium.js";
import { type Result, runPage } from "./drive.js";
import type { Ports } from "./substitute.js";
import type { TestPage } from "./tests.js";
import { createWitness } from "./witness.js";

export const EXTENSION = "dist/chromium";

/** What came of each page, by its path. */
export type Results = Map<string, Result>;

/** Every page once, in one browser with a fresh profile; with an extension its tap must be in each of them. */
export async function runAll(pages: TestPage[], ports: Ports, extension: string | null): Promise<Results> {
  const results: Results = new Map();
  if (pages.length === 0) return results;
  const chromium = await startChromium(extension);
  try {
    const witness = extension === null ? undefined : await createWitness(chromium, extension);
    for (const page of pages) {
      results.set(page.path, await runPage(chromium, page, ports, witness));
      tell(`${extension === null ? "untapped" : "tapped"} ${results.size} of ${pages.length}`);
    }
  } finally {
    await chromium.close();
  }
  tell("");
  return results;
}

/** One line that is written over and over, where somebody watches. */
function tell(progress: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${progress.padEnd(40)}${progress ? "" : "\r"}`);
}
