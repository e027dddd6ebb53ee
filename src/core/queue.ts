/** What comes first goes first; anything in it may be taken out before. */
export interface Queue<T> {
  add(each: T): void;
  delete(each: T): boolean;
  first(): T | undefined;
}

/** Places that may stand empty before the list is written anew. */
const EMPTY_PLACES = 1000;

/** A `Set` alone looks for its first value at every place that has become empty before it. */
export function createQueue<T>(): Queue<T> {
  /** The place of each in the order, counted from the first that ever was. */
  const places = new Map<T, number>();
  let order: T[] = [];
  let cut = 0;
  let head = 0;
  const isHeld = (place: number) => places.get(order[place] as T) === cut + place;
  return {
    add(each) {
      if (places.has(each)) return;
      places.set(each, cut + order.length);
      order.push(each);
    },
    delete: (each) => places.delete(each),
    first() {
      while (head < order.length && !isHeld(head)) head += 1;
      if (head > EMPTY_PLACES && head > order.length / 2) {
        order = order.slice(head);
        cut += head;
        head = 0;
      }
      return order[head];
    },
  };
}
