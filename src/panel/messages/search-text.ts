import { words } from "../words.js";
import type { Decoded } from "./decoded.js";

/** All of a message that is searched: what it says of itself and its payload, which of packed bytes is what they mean. */
export function searchTextOf({ kind, subject, namespace, error, frame, data }: Decoded): string {
  const { text, encoding } = frame.payload;
  const payload = encoding === "base64" ? jsonOf(data) : text;
  return [kind, subject, namespace, error, payload].join(" ").toLowerCase();
}

/** What a search looks for; "" is everything. */
export function wantedIn(text: string): string {
  return text.trim().toLowerCase();
}

/** MessagePack may hold what JSON has no words for; bytes among the data say no more than how many they are. */
export function jsonOf(data: unknown, indent = 0): string {
  return JSON.stringify(data, (_, value: unknown) => wordFor(value), indent) ?? "";
}

function wordFor(value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  const isBytes = value instanceof Uint8Array || value instanceof ArrayBuffer;
  return isBytes ? words.messages.bytes(value.byteLength) : value;
}
