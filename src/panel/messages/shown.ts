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

export function isShown(message: Decoded, { text, direction, pings, kind, subject }: MessageFilter): boolean {
  if (message.isPing && !pings) return false;
  if (direction !== "both" && message.frame.direction !== direction) return false;
  if (kind !== "" && message.kind !== kind) return false;
  if (subject !== "" && message.subject !== subject && message.answers?.subject !== subject) return false;
  const wanted = wantedIn(text);
  return wanted === "" || searchTextOf(message).includes(wanted);
}

/** What passes the filter; a stream's items are shown beneath what opened it once it is unfolded, or where they were searched for. */
export function rowsOf(
  messages: readonly Decoded[],
  filter: MessageFilter,
  unfolded: ReadonlySet<string>,
): readonly Decoded[] {
  const passing = messages.filter((each) => isShown(each, filter));
  if (filter.text.trim() + filter.kind + filter.subject !== "") return passing;
  const parts = new Map<Decoded, Decoded[]>();
  for (const each of passing) {
    if (!each.within || !unfolded.has(streamKey(each.within))) continue;
    const known = parts.get(each.within);
    if (known) known.push(each);
    else parts.set(each.within, [each]);
  }
  return passing.filter(({ within }) => !within).flatMap((each) => [each, ...(parts.get(each) ?? [])]);
}

/** Names what opened a stream, also after its connection was decoded anew. */
export function streamKey({ frame, id }: Decoded): string {
  return `${frame.id} ${id}`;
}

/** Each kind once, in order of appearance. */
export function kindsOf(messages: readonly Decoded[]): string[] {
  return [...new Set(messages.map(({ kind }) => kind))].filter((kind) => kind !== "");
}

/** More than these nobody looks through; the search finds them. */
const MOST_SUBJECTS = 100;

/** What messages are about, by name. */
export function subjectsOf(messages: readonly Decoded[]): string[] {
  const found = new Set<string>();
  for (const { subject } of messages) if (subject && found.size < MOST_SUBJECTS) found.add(subject);
  return [...found].sort((one, other) => one.localeCompare(other));
}
