import type { Decoded } from "./decoded.js";
import { isRow, type MessageFilter, rowsOf, showsParts } from "./shown.js";

interface Asked {
  /** They only ever grow; others are another list. */
  messages: readonly Decoded[];
  filter: MessageFilter;
  unfolded: ReadonlySet<string>;
  /** The filter's text was looked for already. */
  isFound: boolean;
}

/** As `rowsOf`, for messages that go on coming: each is looked at once, as long as the same is asked. */
export function createRows(): (asked: Asked) => readonly Decoded[] {
  let before: Asked | null = null;
  let rows: Decoded[] = [];
  let seen = 0;
  return (asked) => {
    const { messages, filter, unfolded, isFound } = asked;
    if (showsParts(filter, unfolded)) {
      before = null;
      return rowsOf(messages, filter, unfolded);
    }
    if (before?.messages !== messages || before.filter !== filter || before.unfolded !== unfolded) {
      before = asked;
      rows = [];
      seen = 0;
    }
    for (; seen < messages.length; seen += 1) {
      const message = messages[seen];
      if (message && isRow(message, filter, isFound)) rows.push(message);
    }
    return rows;
  };
}
