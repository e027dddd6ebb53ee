import { urlOf } from "./drive.js";
import type { Ports } from "./substitute.js";
import type { TestPage } from "./tests.js";
import type { Results } from "./turns.js";

/** That the tap was at work while the tests ran. */
export interface Proof {
  /** Pages whose own tap came forward, and was still in place when their tests were over. */
  tapped: number;
  /** Those of which that cannot be said: a run with any proves nothing. */
  untapped: string[];
  /** Everything that arrived in the extension from taps, frames and further windows included. */
  documents: number;
  kinds: Record<string, number>;
}

export function proofOf(pages: TestPage[], results: Results, ports: Ports): Proof {
  const proof: Proof = { tapped: 0, untapped: [], documents: 0, kinds: {} };
  for (const page of pages) {
    const { documents, isTapped } = results.get(page.path) ?? { documents: null, isTapped: false };
    const cameForward = documents?.some(({ url }) => url === urlOf(page, ports));
    if (cameForward && isTapped) proof.tapped += 1;
    else proof.untapped.push(page.path);
    for (const { kinds } of documents ?? []) {
      proof.documents += 1;
      for (const [kind, count] of Object.entries(kinds)) proof.kinds[kind] = (proof.kinds[kind] ?? 0) + count;
    }
  }
  return proof;
}
