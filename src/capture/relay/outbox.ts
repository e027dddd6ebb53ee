import { countPacked } from "../tap/pack.js";
import type { TapEvent } from "../tapped.js";

/** Keeps events until they may go, sends them in batches, and keeps them on until somebody says to have them. */
export interface Outbox {
  add(event: TapEvent): void;
  /** Somebody records this tab; whatever nobody has said to have goes again. Events have ids, and count once. */
  open(): void;
  /** Whoever records has this batch. */
  taken(batch: number): void;
  /** Nobody hears anything, for now or for good. */
  close(): void;
  /** Sends at once what waits for its batch: the page is about to go. */
  flush(): void;
}

/** What comes after a pause goes at once, what follows it together; the tap itself tells less often. */
const BATCH_EVERY_MS = 25;
const BATCH = 200;

/** What nobody has yet; beyond it the oldest messages go first, and are counted. */
export const KEPT = { messages: 5000, characters: 8_000_000, others: 2000 };

/** The order in which things happened, told by a number that nothing else shares. */
interface Waiting {
  nth: number;
  event: TapEvent;
  /** The batch that it went with; null while it has to go. */
  batch: number | null;
}

export function createOutbox(send: (batch: number, events: TapEvent[]) => void): Outbox {
  const messages = new Map<number, Waiting>();
  const others = new Map<number, Waiting>();
  const gone = new Map<number, Waiting[]>();
  let kept = 0;
  let characters = 0;
  let count = 0;
  let batches = 0;
  let lost = 0;
  let flushedAt = 0;
  let isOpen = false;
  let isDue = false;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function add(event: TapEvent): void {
    put(event);
    while (kept > KEPT.messages || characters > KEPT.characters) if (!loseOldest(messages)) break;
    if (others.size > KEPT.others) loseOldest(others);
    if (isDue || timer !== null || !isOpen) return;
    isDue = Date.now() - flushedAt >= BATCH_EVERY_MS;
    if (isDue)
      queueMicrotask(flush); // with what else the tap told in the same breath
    else timer = setTimeout(flush, BATCH_EVERY_MS);
  }

  function put(event: TapEvent): void {
    count += 1;
    const room = messagesIn(event) > 0 ? messages : others;
    room.set(count, { nth: count, event, batch: null });
    kept += messagesIn(event);
    characters += lengthOf(event);
  }

  /** What has gone already is most likely there, though nobody has said so. */
  function loseOldest(room: Map<number, Waiting>): boolean {
    const [oldest] = room.values();
    if (!oldest) return false;
    if (oldest.batch === null) lost += messagesIn(oldest.event) || 1;
    forget(oldest);
    return true;
  }

  function forget({ nth, event }: Waiting): void {
    if (!messages.delete(nth) && !others.delete(nth)) return;
    kept -= messagesIn(event);
    characters -= lengthOf(event);
  }

  function flush(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    isDue = false;
    if (!isOpen) return;
    flushedAt = Date.now();
    if (lost > 0) put({ kind: "lost", at: flushedAt, count: lost });
    lost = 0;
    const waiting = all().filter(({ batch }) => batch === null);
    waiting.sort((one, other) => one.nth - other.nth);
    for (let start = 0; start < waiting.length; start += BATCH) go(waiting.slice(start, start + BATCH));
  }

  function go(part: Waiting[]): void {
    batches += 1;
    for (const each of part) each.batch = batches;
    gone.set(batches, part);
    send(
      batches,
      part.map(({ event }) => event),
    );
  }

  /** Batches are answered in their order: an earlier one without an answer was lost on its way, or the word of it was. */
  function goAgain(before: number): void {
    for (const [batch, part] of [...gone]) {
      if (batch >= before) continue;
      gone.delete(batch);
      const left = part.filter(({ nth }) => messages.has(nth) || others.has(nth));
      if (left.length > 0 && isOpen) go(left);
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
      gone.clear();
      for (const each of all()) each.batch = null;
      flush();
    },
    taken(batch) {
      gone.get(batch)?.forEach(forget);
      gone.delete(batch);
      goAgain(batch);
    },
    close() {
      isOpen = false;
    },
  };
}

function messagesIn(event: TapEvent): number {
  if (event.kind === "messages") return countPacked(event.packed);
  return event.kind === "message" ? 1 : 0;
}

function lengthOf(event: TapEvent): number {
  if (event.kind === "messages") return event.packed.length;
  return event.kind === "message" ? (event.head?.length ?? 0) : 0;
}
