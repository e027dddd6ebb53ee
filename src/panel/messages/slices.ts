/** Few and short enough to be read, and the panel still answers a key or a wheel at once. */
const MOST = 1000;
const MOST_CHARACTERS = 250_000;

/** Where a slice ends that begins at `from`: at least one after it, where there is one. */
export function sliceEnd(from: number, count: number, charactersAt: (place: number) => number): number {
  const last = Math.min(count, from + MOST);
  let characters = 0;
  for (let place = from; place < last; place += 1) {
    characters += charactersAt(place);
    if (characters > MOST_CHARACTERS) return Math.max(place, from + 1);
  }
  return last;
}
