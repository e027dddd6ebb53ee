/** Secrets to be found wherever they stand. The time to look through a text does not grow with their number. */
export interface KnownSecrets {
  add(secret: string): void;
  /** Puts something else in place of each; the longest counts where one is the beginning of another. */
  replace(text: string, write: (secret: string) => string): string;
}

/** Shorter ones are too likely to be a word of the text. */
export const SHORTEST_SECRET = 8;

export function createKnownSecrets(): KnownSecrets {
  const secrets = new Set<string>();
  /** Many secrets may begin alike, but then they are of a few lengths. */
  const lengthsByHead = new Map<string, number[]>();

  function add(secret: string): void {
    secrets.add(secret);
    const head = secret.slice(0, SHORTEST_SECRET);
    const lengths = lengthsByHead.get(head) ?? [];
    lengthsByHead.set(head, lengths);
    if (lengths.includes(secret.length)) return;
    lengths.push(secret.length);
    lengths.sort((one, other) => other - one);
  }

  function secretAt(text: string, at: number): string | undefined {
    for (const length of lengthsByHead.get(text.slice(at, at + SHORTEST_SECRET)) ?? []) {
      const found = text.slice(at, at + length);
      if (secrets.has(found) && standsAlone(found, text, at)) return found;
    }
    return undefined;
  }

  function replace(text: string, write: (secret: string) => string): string {
    if (secrets.size === 0) return text;
    const parts: string[] = [];
    let from = 0;
    for (let at = 0; at <= text.length - SHORTEST_SECRET; at += 1) {
      const secret = secretAt(text, at);
      if (secret === undefined) continue;
      parts.push(text.slice(from, at), write(secret));
      from = at + secret.length;
      at = from - 1;
    }
    return from === 0 ? text : parts.join("") + text.slice(from);
  }

  return { add, replace };
}

/** A secret of letters alone may be part of a word, and then it is none. */
function standsAlone(secret: string, text: string, at: number): boolean {
  const isLetter = (letter: string | undefined) => letter !== undefined && /[A-Za-z]/.test(letter);
  return !/^[A-Za-z]+$/.test(secret) || (!isLetter(text[at - 1]) && !isLetter(text[at + secret.length]));
}
