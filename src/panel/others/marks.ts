import type { ProtocolName } from "../../core/connection.js";
import type { MarkedEvent } from "../../core/traffic.js";

/** What the user says that a place speaks. */
export interface Mark {
  url: string;
  protocol: ProtocolName;
}

/** Marks stand at the head of a recording, before what they are about. */
export function eventsOf(marks: readonly Mark[]): MarkedEvent[] {
  return marks.map(({ url, protocol }) => ({ kind: "marked", id: `marked ${url} ${protocol}`, at: 0, url, protocol }));
}

/** A place has one mark, or none. */
export function withMark(marks: readonly Mark[], url: string, protocol: ProtocolName | null): Mark[] {
  const others = marks.filter((mark) => mark.url !== url);
  return protocol ? [...others, { url, protocol }] : others;
}

const PROTOCOLS: readonly string[] = ["signalr", "engine-io", "web-pubsub"] satisfies ProtocolName[];

export function readMarks(stored: unknown): Mark[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((each: unknown) => {
    const { url, protocol } = (typeof each === "object" && each !== null ? each : {}) as Record<string, unknown>;
    const isMark = typeof url === "string" && typeof protocol === "string" && PROTOCOLS.includes(protocol);
    return isMark ? [{ url, protocol: protocol as ProtocolName }] : [];
  });
}
