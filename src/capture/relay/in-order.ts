import type { RawTapEvent, TapEvent } from "../tapped.js";

/** A Blob's bytes come later than the message itself; what follows waits, so that everything keeps its order. */
export interface InOrder {
  take(event: RawTapEvent): void;
  /** The page is about to go: what still waits is told now, a Blob without its bytes. */
  hurry(): void;
}

export function createInOrder(add: (event: TapEvent) => void): InOrder {
  const waiting: RawTapEvent[] = [];

  async function work(): Promise<void> {
    for (let event = waiting[0]; event; event = waiting[0]) {
      const whole = ready(event) ?? (await read(event));
      if (waiting[0] !== event) continue; // told in a hurry
      waiting.shift();
      add(whole);
    }
  }

  return {
    take(event) {
      const whole = waiting.length === 0 && ready(event);
      if (whole) add(whole);
      else if (waiting.push(event) === 1) void work();
    },
    hurry() {
      for (const event of waiting.splice(0)) add(ready(event) ?? withoutHead(event));
    },
  };
}

/** Null where a Blob has to be read first. */
function ready(event: RawTapEvent): TapEvent | null {
  return event.kind === "message" && event.head instanceof Blob ? null : (event as TapEvent);
}

async function read(event: RawTapEvent): Promise<TapEvent> {
  if (event.kind !== "message" || !(event.head instanceof Blob)) return event as TapEvent;
  try {
    return { ...event, head: base64(new Uint8Array(await event.head.arrayBuffer())) };
  } catch {
    return withoutHead(event); // its bytes are gone
  }
}

/** The size of the message is still known. */
function withoutHead(event: RawTapEvent): TapEvent {
  return (event.kind === "message" ? { ...event, head: null } : event) as TapEvent;
}

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
