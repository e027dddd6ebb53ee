/** What comes first goes first; anything in it may be taken out before. */
export interface Queue<T> {
  add(each: T): void;
  delete(each: T): boolean;
  first(): T | undefined;
}

/** Places that may stand empty before the list is written anew. */
const EMPTY_PLACES = 1000;

/**
 * A `Set` alone looks for its first value at every place that has become empty before it. What was taken out is let go at
 * once, also where nobody ever asks for the first.
 */
export function createQueue<T>(): Queue<T> {
  /** The place of each in the order; a `Map` keeps the same order. */
  const places = new Map<T, number>();
  let order: (T | undefined)[] = [];
  let head = 0;

  function closeGaps(): void {
    const kept = [...places.keys()];
    for (const [place, each] of kept.entries()) places.set(each, place);
    order = kept;
    head = 0;
  }

  return {
    add(each) {
      if (places.has(each)) return;
      places.set(each, order.length);
      order.push(each);
    },
    delete(each) {
      const place = places.get(each);
      if (place === undefined) return false;
      places.delete(each);
      order[place] = undefined;
      if (order.length > EMPTY_PLACES + 2 * places.size) closeGaps();
      return true;
    },
    first() {
      while (head < order.length && order[head] === undefined) head += 1;
      return order[head];
    },
  };
}
