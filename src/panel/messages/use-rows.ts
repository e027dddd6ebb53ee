import { useEffect, useMemo, useReducer, useRef } from "preact/hooks";
import type { Decoded } from "./decoded.js";
import { isShown, type MessageFilter, rowsOf } from "./shown.js";

/** Few enough to be looked through between two pictures of the screen, be they long. */
const AT_ONCE = 5000;

export interface Search {
  filter: MessageFilter;
  /** How many were looked at, and the last of them. */
  done: number;
  last: Decoded | undefined;
  found: readonly Decoded[];
}

interface Rows {
  shown: readonly Decoded[];
  /** Of the messages, how many have been looked through: 1 is all. */
  share: number;
}

/** What passes the filter. Very many are searched step by step; another text, or none, ends the search that goes on. */
export function useRows(messages: readonly Decoded[], filter: MessageFilter, unfolded: ReadonlySet<string>): Rows {
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const kept = useRef<Search | null>(null);
  const isLong = filter.text.trim() !== "" && messages.length > AT_ONCE;
  const atOnce = useMemo(
    () => (isLong ? [] : rowsOf(messages, filter, unfolded)),
    [isLong, messages, filter, unfolded],
  );
  const search = isLong ? searchedOn(kept.current, messages, filter) : null;
  kept.current = search;
  const share = search ? search.done / messages.length : 1;
  useEffect(() => {
    if (share >= 1) return;
    const timer = setTimeout(() => drawAgain(undefined));
    return () => clearTimeout(timer);
  });
  return { shown: search?.found ?? atOnce, share };
}

/** The next step of a search, or the first of another one. */
export function searchedOn(before: Search | null, messages: readonly Decoded[], filter: MessageFilter): Search {
  const goesOn = before?.filter === filter && messages[before.done - 1] === before.last;
  const { done, found } = goesOn ? before : { done: 0, found: [] };
  const step = messages.slice(done, done + AT_ONCE);
  const passing = step.filter((each) => isShown(each, filter));
  return {
    filter,
    done: done + step.length,
    last: step.at(-1) ?? before?.last,
    found: passing.length > 0 ? [...found, ...passing] : found,
  };
}
