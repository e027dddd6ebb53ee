import type { CoverageEvent } from "./traffic.js";

export type Unseen = CoverageEvent["notSeen"][number];

/** What stays unseen, of all that the sources say of themselves. */
export function createUnseen() {
  const bySource = new Map<string, readonly Unseen[]>();
  return {
    take({ source, notSeen }: CoverageEvent): void {
      bySource.set(source, notSeen);
    },
    /** What no source could see. */
    all(): Unseen[] {
      const [first = [], ...others] = bySource.values();
      return first.filter((each) => others.every((list) => list.includes(each)));
    },
  };
}
