import type { TapEvent } from "../tapped.js";

/** Keeps events until they may go, sends them in batches, and keeps them on until the worker says that it has them. */
export interface Outbox {
  add(event: TapEvent): void;
  /** The worker wants them; what an earlier one did not say to have goes again. Events have ids, and count once. */
  open(): void;
  /** The worker is gone, for a moment or for good. */
  close(): void;
  /** Sends at once what waits for its batch: the page is about to go. */
  flush(): void;
  /** The worker has passed on this batch and all before it. */
  taken(batch: number): void;
}

const BATCH_EVERY_MS = 50;
const BATCH = 200;

/** What the worker does not have yet; beyond it the oldest messages go first, and are counted. */
export const KEPT = { messages: 5000, characters: 8_000_000, others: 2000 };

/** The order in which things happened, told by a number that nothing else shares. */
interface Waiting {
  nth: number;
  event: TapEvent;
  /** The batch that it went with; null while it has not gone since the last time that the worker came. */
  batch: number | null;
}

export function createOutbox(send: (events: TapEvent[], batch: number) => void): Outbox {
  const messages = new Map<number, Waiting>();
  const others = new Map<number, Waiting>();
  let characters = 0;
  let count = 0;
  let batches = 0;
  let lost = 0;
  let isOpen = false;
  let isScheduled = false;

  function add(event: TapEvent): void {
    count += 1;
    const room = event.kind === "message" ? messages : others;
    room.set(count, { nth: count, event, batch: null });
    characters += lengthOf(event);
    while (messages.size > KEPT.messages || characters > KEPT.characters) if (!loseOldest(messages)) break;
    if (others.size > KEPT.others) loseOldest(others);
    if (!isOpen || isScheduled) return;
    isScheduled = true;
    setTimeout(flush, BATCH_EVERY_MS);
  }

  /** What has gone already is most likely there, though the worker did not say so. */
  function loseOldest(room: Map<number, Waiting>): boolean {
    const [oldest] = room.values();
    if (!oldest) return false;
    if (oldest.batch === null) lost += 1;
    forget(oldest);
    return true;
  }

  function forget({ nth, event }: Waiting): void {
    if (!messages.delete(nth) && !others.delete(nth)) return;
    characters -= lengthOf(event);
  }

  function flush(): void {
    isScheduled = false;
    if (!isOpen) return;
    if (lost > 0) {
      count += 1;
      others.set(count, { nth: count, event: { kind: "lost", at: Date.now(), count: lost }, batch: null });
      lost = 0;
    }
    const waiting = all().filter(({ batch }) => batch === null);
    waiting.sort((one, other) => one.nth - other.nth);
    for (let start = 0; start < waiting.length; start += BATCH) {
      batches += 1;
      const part = waiting.slice(start, start + BATCH);
      for (const each of part) each.batch = batches;
      send(
        part.map(({ event }) => event),
        batches,
      );
    }
  }

  function all(): Waiting[] {
    return [...messages.values(), ...others.values()];
  }

  return {
    add,
    flush,
    open() {
      isOpen = true;
      flush();
    },
    close() {
      isOpen = false;
      for (const each of all()) each.batch = null;
    },
    taken(batch) {
      for (const each of all()) if (each.batch !== null && each.batch <= batch) forget(each);
    },
  };
}

function lengthOf(event: TapEvent): number {
  return event.kind === "message" ? (event.head?.length ?? 0) : 0;
}
