import type { RawTapEvent, TapEvent } from "../tapped.js";

/** The event with its binary head as base64. */
export async function whole(event: RawTapEvent): Promise<TapEvent> {
  if (event.kind !== "message" || event.head === null || typeof event.head === "string") return event as TapEvent;
  try {
    const buffer = event.head instanceof Blob ? await event.head.arrayBuffer() : event.head;
    return { ...event, head: base64(new Uint8Array(buffer)) };
  } catch {
    return { ...event, head: null }; // a Blob whose bytes are gone: its size is still known
  }
}

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
