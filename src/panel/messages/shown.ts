import type { Decoded } from "./decoded.js";
import { searchTextOf, wantedIn } from "./search-text.js";

export interface MessageFilter {
  text: string;
  direction: "both" | "sent" | "received";
  /** Pings are hidden until they are asked for. */
  pings: boolean;
  /** One of the kinds that occur; "" is all. */
  kind: string;
  /** A hub method, an event, a group or a topic; "" is all. */
  subject: string;
}

export const ALL_MESSAGES: MessageFilter = { text: "", direction: "both", pings: false, kind: "", subject: "" };

/** Whether it passes what is no text. */
function passes(message: Decoded, { direction, pings, kind, subject }: MessageFilter): boolean {
  if (message.isPing && !pings) return false;
  if (direction !== "both" && message.frame.direction !== direction) return false;
  if (kind !== "" && message.kind !== kind) return false;
  return subject === "" || message.subject === subject || message.answers?.subject === subject;
}

function holds(message: Decoded, text: string): boolean {
  const wanted = wantedIn(text);
  return wanted === "" || searchTextOf(message).includes(wanted);
}

/**
 * Whether it passes the filter, and has a row of its own while its stream is folded: what was searched for always has. What is
 * `found` was searched already.
 */
export function isRow(message: Decoded, filter: MessageFilter, isFound = false): boolean {
  if (message.within && !isSearching(filter)) return false;
  return passes(message, filter) && (isFound || holds(message, filter.text));
}

function isSearching({ text, kind, subject }: MessageFilter): boolean {
  return text.trim() + kind + subject !== "";
}

/** Whether a stream's items stand beneath what opened it. */
export function showsParts(filter: MessageFilter, unfolded: ReadonlySet<string>): boolean {
  return unfolded.size > 0 && !isSearching(filter);
}

/** What passes the filter; a stream's items are shown beneath what opened it once it is unfolded, or where they were searched for. */
export function rowsOf(
  messages: readonly Decoded[],
  filter: MessageFilter,
  unfolded: ReadonlySet<string>,
): readonly Decoded[] {
  const rows = messages.filter((each) => isRow(each, filter));
  if (!showsParts(filter, unfolded)) return rows;
  const parts = new Map<Decoded, Decoded[]>();
  for (const each of messages) {
    if (!each.within || !unfolded.has(streamKey(each.within)) || !passes(each, filter)) continue;
    const known = parts.get(each.within);
    if (known) known.push(each);
    else parts.set(each.within, [each]);
  }
  return rows.flatMap((each) => [each, ...(parts.get(each) ?? [])]);
}

/** Names what opened a stream, also after its connection was decoded anew. */
export function streamKey({ frame, id }: Decoded): string {
  return `${frame.id} ${id}`;
}
