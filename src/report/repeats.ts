import type { Replacements } from "./replacements.js";
import type { Trail, Trails } from "./trails.js";

/** Longer texts seldom come again. */
const LONGEST = 2000;
/** Of each kind of text. */
const KEPT = 20_000;

/** What a text is redacted to, which may depend on where it stands. */
type Redaction = (text: string, where: string) => string;

/** Most of what stands in a recording stands in it again and again: headers, scripts that called, messages. */
export interface Repeats {
  /** Redacts each text once and gives the same for it again, as long as no more secrets are known. */
  once(redact: Redaction): (text: string, where?: string) => string;
  /** What is known has changed. */
  forget(): void;
}

interface Made {
  result: string;
  trail: Trail;
}

/** Where `secrets` is null nobody looks at what was made: a text that was seen has shown all that it can. */
export function createRepeats(replacements: Replacements, trails: Trails, secrets: () => number | null): Repeats {
  const all: Map<string, Map<string, Made>>[] = [];
  let known: number | null = null;

  function forget(): void {
    for (const made of all) made.clear();
    known = secrets();
  }

  function once(redact: Redaction): (text: string, where?: string) => string {
    const byPlace = new Map<string, Map<string, Made>>();
    let count = 0;
    all.push(byPlace);

    function madeAt(where: string): Map<string, Made> {
      if (secrets() !== known) forget();
      if (count >= KEPT) byPlace.clear();
      if (byPlace.size === 0) count = 0;
      const made = byPlace.get(where) ?? new Map<string, Made>();
      byPlace.set(where, made);
      return made;
    }

    return (text, where = "") => {
      if (text.length > LONGEST) return redact(text, where);
      const made = madeAt(where);
      const before = made.get(text);
      if (before) {
        for (const { label, rule } of before.trail.noted) replacements.note(label, rule);
        trails.repeat(before.trail);
        return before.result;
      }
      const now = trails.follow(() => redact(text, where));
      made.set(text, now);
      count += 1;
      return now.result;
    };
  }

  return { once, forget };
}
