import { seeded } from "../../core/testing/seeded.js";

/** Choices that look random and are the same in every run. */
export interface Random {
  below(limit: number): number;
  letters(length: number, alphabet: string): string;
}

export function createRandom(seed: number): Random {
  const next = seeded(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    letters: (length, alphabet) => Array.from({ length }, () => alphabet[below(alphabet.length)]).join(""),
  };
}
