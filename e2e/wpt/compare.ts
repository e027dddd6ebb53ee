import type { TestPage } from "./tests.js";
import { EXTENSION, type Results } from "./turns.js";

/** One subtest that did not come out the same on both sides. */
export interface Difference {
  page: TestPage;
  subtest: string;
  message: string;
  /** What came of it on each side, the first run and each repetition. */
  untapped: boolean[];
  tapped: boolean[];
}

export interface Judged {
  /** Passes each time without the tap, and with it not even every other time. */
  lost: Difference[];
  gained: Difference[];
  /** Came out differently when it was run again, with or without the tap. */
  flaky: Difference[];
}

const REPETITIONS = 2;

/** A subtest that is not there did not pass. */
export function compare(pages: TestPage[], untapped: Results, tapped: Results): Difference[] {
  return pages.flatMap((page) => {
    const [one, other] = [untapped.get(page.path), tapped.get(page.path)];
    const names = new Set([...(one?.passed.keys() ?? []), ...(other?.passed.keys() ?? [])]);
    return [...names].flatMap((subtest) => {
      const [before, after] = [one?.passed.get(subtest) === true, other?.passed.get(subtest) === true];
      if (before === after) return [];
      const message = (before ? other : one)?.messages.get(subtest) ?? "missing";
      return [{ page, subtest, message, untapped: [before], tapped: [after] }];
    });
  });
}

/** Runs what differs again, untapped and tapped in turns: what then differs no more is not the tap's doing. */
export async function sortOut(
  differences: Difference[],
  run: (pages: TestPage[], extension: string | null) => Promise<Results>,
): Promise<Judged> {
  const pages = [...new Set(differences.map(({ page }) => page))];
  for (let turn = 0; turn < REPETITIONS; turn += 1) {
    const untapped = await run(pages, null);
    const tapped = await run(pages, EXTENSION);
    for (const each of differences) {
      each.untapped.push(untapped.get(each.page.path)?.passed.get(each.subtest) === true);
      each.tapped.push(tapped.get(each.page.path)?.passed.get(each.subtest) === true);
    }
  }
  const lost = differences.filter((each) => share(each.untapped) === 1 && share(each.tapped) < 0.5);
  const gained = differences.filter((each) => share(each.tapped) === 1 && share(each.untapped) < 0.5);
  return { lost, gained, flaky: differences.filter((each) => !lost.includes(each) && !gained.includes(each)) };
}

/** Of the runs, how many passed. */
function share(runs: boolean[]): number {
  return runs.filter(Boolean).length / runs.length;
}
