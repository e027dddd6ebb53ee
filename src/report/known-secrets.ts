/** Secrets to be found wherever they stand. The time to look through a text does not grow with their number. */
export interface KnownSecrets {
  add(secret: string): void;
  /** Puts something else in place of each; the longest counts where one is the beginning of another. */
  replace(text: string, write: (secret: string) => string): string;
}

/** Shorter ones are too likely to be a word of the text. */
export const SHORTEST_SECRET = 8;

export function createKnownSecrets(): KnownSecrets {
  const byHead = new Map<string, string[]>();

  function add(secret: string): void {
    const head = secret.slice(0, SHORTEST_SECRET);
    const others = byHead.get(head);
    if (!others) byHead.set(head, [secret]);
    else if (!others.includes(secret)) others.splice(placeFor(secret, others), 0, secret);
  }

  function replace(text: string, write: (secret: string) => string): string {
    if (byHead.size === 0) return text;
    const parts: string[] = [];
    let from = 0;
    for (let at = 0; at <= text.length - SHORTEST_SECRET; at += 1) {
      const secret = byHead.get(text.slice(at, at + SHORTEST_SECRET))?.find((each) => stands(each, text, at));
      if (secret === undefined) continue;
      parts.push(text.slice(from, at), write(secret));
      from = at + secret.length;
      at = from - 1;
    }
    return from === 0 ? text : parts.join("") + text.slice(from);
  }

  return { add, replace };
}

function placeFor(secret: string, longestFirst: string[]): number {
  const place = longestFirst.findIndex((each) => each.length < secret.length);
  return place < 0 ? longestFirst.length : place;
}

/** A secret of letters alone may be part of a word, and then it is none. */
function stands(secret: string, text: string, at: number): boolean {
  if (!text.startsWith(secret, at)) return false;
  const isLetter = (letter: string | undefined) => letter !== undefined && /[A-Za-z]/.test(letter);
  return !/^[A-Za-z]+$/.test(secret) || (!isLetter(text[at - 1]) && !isLetter(text[at + secret.length]));
}
