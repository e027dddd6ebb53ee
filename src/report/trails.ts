import type { Noted } from "./replacements.js";

/** What a redaction has done beside its text, and what it rests on. */
export interface Trail {
  noted: readonly Noted[];
  /** Words that were left as they are, as they were no secrets as far as was known. */
  harmless: readonly string[];
  /** All secrets were looked for that were known. */
  isSearch: boolean;
}

export interface Trails {
  follow<Result>(act: () => Result): { result: Result; trail: Trail };
  note(noted: Noted): void;
  leave(word: string): void;
  search(): void;
  /** What was followed once and need not be done again has done the same. */
  repeat(trail: Trail): void;
}

const NONE: readonly never[] = [];

export function createTrails(): Trails {
  const noted: Noted[] = [];
  const harmless: string[] = [];
  let searches = 0;
  let depth = 0;

  function follow<Result>(act: () => Result): { result: Result; trail: Trail } {
    const [notes, words, before] = [noted.length, harmless.length, searches];
    depth += 1;
    try {
      const result = act();
      const trail = { noted: since(noted, notes), harmless: since(harmless, words), isSearch: searches > before };
      return { result, trail };
    } finally {
      depth -= 1;
      if (depth === 0) noted.length = harmless.length = 0;
    }
  }

  function leave(word: string): void {
    if (depth > 0) harmless.push(word);
  }

  function search(): void {
    searches += 1;
  }

  return {
    follow,
    note(each) {
      if (depth > 0) noted.push(each);
    },
    leave,
    search,
    repeat(trail) {
      trail.harmless.forEach(leave);
      if (trail.isSearch) search();
    },
  };
}

function since<Each>(all: readonly Each[], from: number): readonly Each[] {
  return all.length === from ? NONE : all.slice(from);
}
