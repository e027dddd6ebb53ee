import { CAUSES, THREADS, WORDS } from "./word-counts.js";

/** A word of so many letters may say something: shorter ones are everybody's. */
const WORD = /[a-z]{3,}/g;

/** The words of a text, each once. */
export function wordsIn(text: string): Set<string> {
  return new Set(text.toLowerCase().match(WORD));
}

/** Is it a word that several threads shared? Any other may be somebody's own. */
export function isCounted(word: string): boolean {
  table ??= read();
  return table.rows.has(word);
}

interface Row {
  /** In how many threads a word stood. */
  threads: number;
  /** How rare it is: a word of many threads tells little. */
  weight: number;
  /** How many of them came to which cause. */
  by: readonly (readonly [cause: number, threads: number])[];
}

interface Table {
  names: readonly string[];
  rows: ReadonlyMap<string, Row>;
  /** By the number of a cause: how long its threads' words are as a vector, so that a cause of many threads is not the nearest to all. */
  lengths: readonly number[];
}

/** Nearest to few threads, a cause would be near to any that shares two of their words. */
const DAMPING = 24;

let table: Table | undefined;

/** Made when a text first needs it: few do. */
function read(): Table {
  const names = CAUSES.split(" ");
  const squares = names.map(() => 0);
  const rows = new Map<string, Row>();
  for (const line of WORDS.split("\n")) {
    const [word = "", all, ...pairs] = line.split(" ");
    const weight = Math.log(THREADS / Number(all));
    const by = pairs.map((pair) => pair.split(":").map(Number) as [number, number]);
    rows.set(word, { threads: Number(all), weight, by });
    for (const [cause, count] of by) squares[cause] = (squares[cause] ?? 0) + (weight * count) ** 2;
  }
  return { names, rows, lengths: squares.map((each) => Math.sqrt(each) + DAMPING) };
}

/** A cause whose threads speak as a text does. */
export interface Likeness {
  cause: string;
  /** 0 to 1: the cosine between both, each word as heavy as it is rare; less where a cause has few threads. */
  nearness: number;
  /** The words that both have, those that speak for it most first. */
  shared: readonly Shared[];
}

interface Shared {
  word: string;
  /** In how many threads it stood, and how many of them came to this cause. */
  threads: number;
  count: number;
}

/** The causes whose threads share words with this text, the nearest first. */
export function alike(words: Iterable<string>): Likeness[] {
  table ??= read();
  const { names, rows, lengths } = table;
  const found = names.map((): (Shared & { gain: number })[] => []);
  let square = 0;
  for (const word of words) {
    const row = rows.get(word);
    if (!row) continue;
    const { weight, threads, by } = row;
    square += weight ** 2;
    for (const [cause, count] of by) {
      const gain = (weight ** 2 * count) / (lengths[cause] ?? DAMPING);
      found[cause]?.push({ word, threads, count, gain });
    }
  }
  return found
    .map((all, place) => {
      const nearness = all.reduce((sum, { gain }) => sum + gain, 0) / Math.sqrt(square || 1);
      const shared = all.sort((one, other) => other.gain - one.gain);
      return { cause: names[place] ?? "", nearness, shared };
    })
    .sort((one, other) => other.nearness - one.nearness || (one.cause < other.cause ? -1 : 1));
}
