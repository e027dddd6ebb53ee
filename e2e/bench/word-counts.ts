/** The words of one labelled thread, each once, and what it came to. */
export interface SpokenThread {
  cause: string;
  words: Iterable<string>;
}

/** A word of fewer threads, or of more than this share of them all, tells nothing. */
const FEWEST_THREADS = 5;
const LARGEST_SHARE = 0.2;
/** Nor does a cause that one thread with the word came to. */
const FEWEST_OF_A_CAUSE = 2;

/** What these threads say in which words, as `src/core/precedents/word-counts.ts` holds it. */
export function wordCountsFile(threads: readonly SpokenThread[]): string {
  const causes = new Map<string, number>();
  const words = new Map<string, Map<string, number>>();
  for (const { cause, words: spoken } of threads) {
    add(causes, cause);
    for (const word of spoken) {
      const by = words.get(word) ?? new Map<string, number>();
      words.set(word, by);
      add(by, cause);
    }
  }
  const names = [...causes.keys()].sort();
  const lines = [...words]
    .flatMap(([word, by]) => {
      const all = [...by.values()].reduce((sum, each) => sum + each, 0);
      const told = [...by].filter(([, count]) => count >= FEWEST_OF_A_CAUSE).sort(byName);
      if (told.length === 0 || all < FEWEST_THREADS || all > LARGEST_SHARE * threads.length) return [];
      return [`${word} ${all} ${told.map(([cause, count]) => `${names.indexOf(cause)}:${count}`).join(" ")}`];
    })
    .sort();
  return `/** Written by \`npm run precedents -- --words\`: how many public threads these are, and the causes that they came to. */
export const THREADS = ${threads.length};
export const CAUSES = "${names.join(" ")}";

/** Their words, a line each: in how many threads it stood, and in how many of the cause with that number in the list above. */
export const WORDS = \`${lines.join("\n")}\`;
`;
}

function add(to: Map<string, number>, key: string): void {
  to.set(key, (to.get(key) ?? 0) + 1);
}

function byName([one]: [string, number], [other]: [string, number]): number {
  return one < other ? -1 : 1;
}
