import { useEffect, useReducer, useRef } from "preact/hooks";
import type { Conversation } from "./conversation.js";
import type { Decoded } from "./decoded.js";
import { createRows } from "./rows.js";
import { wantedIn } from "./search-text.js";
import { createSearcher, type Found } from "./searcher.js";
import type { MessageFilter } from "./shown.js";

/** Few enough to be looked through between two pictures of the screen. */
const MOST_AT_ONCE = 5000;
const MOST_CHARACTERS_AT_ONCE = 1_000_000;

interface Rows {
  shown: readonly Decoded[];
  /** Of the messages, how many have been looked through: 1 is all. */
  share: number;
  /** Why the search stopped. */
  fault: string | null;
}

/** What passes the filter. Very many are searched beside the panel; another text, or none, ends the search that goes on. */
export function useRows(
  { messages, characters }: Conversation,
  filter: MessageFilter,
  unfolded: ReadonlySet<string>,
): Rows {
  const wanted = wantedIn(filter.text);
  const isLong = wanted !== "" && (messages.length > MOST_AT_ONCE || characters > MOST_CHARACTERS_AT_ONCE);
  const found = useSearch(messages, isLong ? wanted : null);
  const kept = useRef<ReturnType<typeof createRows> | null>(null);
  kept.current ??= createRows();
  const shown = kept.current({ messages: found?.messages ?? messages, filter, unfolded, isFound: found !== null });
  return { shown, share: found ? found.done / messages.length : 1, fault: found?.fault ?? null };
}

function useSearch(messages: readonly Decoded[], wanted: string | null): Found | null {
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const kept = useRef<ReturnType<typeof createSearcher> | null>(null);
  useEffect(() => () => kept.current?.stop(), []);
  if (wanted === null) return null;
  kept.current ??= createSearcher(() => drawAgain(undefined));
  return kept.current.look(messages, wanted);
}
