import type { Decoded } from "./decoded.js";

export interface MessageFilter {
  text: string;
  direction: "both" | "sent" | "received";
  /** Pings are hidden until they are asked for. */
  pings: boolean;
  /** One of the kinds that occur; "" is all. */
  kind: string;
}

export const ALL_MESSAGES: MessageFilter = { text: "", direction: "both", pings: false, kind: "" };

function isShown(message: Decoded, { text, direction, pings, kind }: MessageFilter): boolean {
  if (message.isPing && !pings) return false;
  if (direction !== "both" && message.frame.direction !== direction) return false;
  if (kind !== "" && message.kind !== kind) return false;
  return text.trim() === "" || haystack(message).includes(text.trim().toLowerCase());
}

/** What passes the filter; a stream's items are shown beneath what opened it once it is unfolded, or where they were searched for. */
export function rowsOf(
  messages: readonly Decoded[],
  filter: MessageFilter,
  unfolded: ReadonlySet<string>,
): readonly Decoded[] {
  const passing = messages.filter((each) => isShown(each, filter));
  if (filter.text.trim() !== "" || filter.kind !== "") return passing;
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

function haystack({ kind, subject, namespace, error, frame }: Decoded): string {
  return [kind, subject, namespace, error, frame.payload.text].join(" ").toLowerCase();
}
