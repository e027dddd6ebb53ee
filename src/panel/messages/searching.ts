/** What the search's worker is told: the texts once, in their order, and each time what is looked for in all of them. */
export type ToSearcher = { type: "texts"; texts: readonly string[] } | { type: "search"; wanted: string; nth: number };

/** Of the `nth` search: which texts hold it, of those that were looked at in this step, and how many were looked at in all. */
export interface Progress {
  nth: number;
  places: number[];
  done: number;
}

/** Few enough that another search need not wait long for its turn. */
const AT_ONCE = 5000;

interface Searching {
  take(message: ToSearcher): void;
  /** Null where there is nothing to look at. */
  step(): Progress | null;
}

export function createSearching(): Searching {
  const all: string[] = [];
  let current = { wanted: "", nth: 0, done: 0 };
  return {
    take(message) {
      if (message.type === "search") current = { wanted: message.wanted, nth: message.nth, done: 0 };
      else for (const text of message.texts) all.push(text);
    },
    step() {
      const { wanted, nth, done } = current;
      if (wanted === "" || done >= all.length) return null;
      const end = Math.min(all.length, done + AT_ONCE);
      const places: number[] = [];
      for (let place = done; place < end; place += 1) if (all[place]?.includes(wanted)) places.push(place);
      current.done = end;
      return { nth, places, done: end };
    },
  };
}
