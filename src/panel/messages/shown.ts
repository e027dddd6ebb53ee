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

export function isShown(message: Decoded, { text, direction, pings, kind }: MessageFilter): boolean {
  if (message.isPing && !pings) return false;
  if (direction !== "both" && message.frame.direction !== direction) return false;
  if (kind !== "" && message.kind !== kind) return false;
  return text.trim() === "" || haystack(message).includes(text.trim().toLowerCase());
}

/** Each kind once, in order of appearance. */
export function kindsOf(messages: readonly Decoded[]): string[] {
  return [...new Set(messages.map(({ kind }) => kind))].filter((kind) => kind !== "");
}

function haystack({ kind, subject, namespace, error, frame }: Decoded): string {
  return [kind, subject, namespace, error, frame.payload.text].join(" ").toLowerCase();
}
