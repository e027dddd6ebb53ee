import { useEffect, useMemo, useReducer, useRef } from "preact/hooks";
import type { Decoded } from "./decoded.js";
import { wantedIn } from "./search-text.js";
import { createSearcher, type Found } from "./searcher.js";
import { isShown, type MessageFilter, rowsOf } from "./shown.js";

/** Few enough to be looked through between two pictures of the screen, be they long. */
const AT_ONCE = 5000;

interface Rows {
  shown: readonly Decoded[];
  /** Of the messages, how many have been looked through: 1 is all. */
  share: number;
  /** Why the search stopped. */
  fault: string | null;
}

/** What passes the filter. Very many are searched beside the panel; another text, or none, ends the search that goes on. */
export function useRows(messages: readonly Decoded[], filter: MessageFilter, unfolded: ReadonlySet<string>): Rows {
  const wanted = wantedIn(filter.text);
  const isLong = wanted !== "" && messages.length > AT_ONCE;
  const found = useSearch(messages, isLong ? wanted : null);
  const shown = useMemo(
    () => (found ? among(messages, found, filter) : rowsOf(messages, filter, unfolded)),
    [found, messages, filter, unfolded],
  );
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

/** Of what was found, what passes the rest of the filter. */
function among(messages: readonly Decoded[], { places }: Found, filter: MessageFilter): Decoded[] {
  const rest = { ...filter, text: "" };
  return places.flatMap((place) => {
    const message = messages[place];
    return message && isShown(message, rest) ? [message] : [];
  });
}
