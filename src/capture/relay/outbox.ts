import type { TapEvent } from "../tapped.js";

/** Keeps events until they may go, and sends them in batches. */
export interface Outbox {
  add(event: TapEvent): void;
  /** The worker wants them. */
  open(): void;
  /** The worker is gone, for a moment or for good. */
  close(): void;
}

const BATCH_EVERY_MS = 50;
const BATCH = 200;

/** While nobody has asked for them, no more than these are kept. */
const KEPT = 2000;

/** What was on its way when the worker was stopped is sent again; it has ids, and counts once. */
const SENT_AGAIN_MS = 3000;
const SENT_KEPT = 500;

export function createOutbox(send: (events: TapEvent[]) => void): Outbox {
  let waiting: TapEvent[] = [];
  let sent: { at: number; event: TapEvent }[] = [];
  let lost = 0;
  let isOpen = false;
  let isScheduled = false;

  function flush(): void {
    isScheduled = false;
    if (!isOpen) return;
    const at = Date.now();
    if (lost > 0) waiting.push({ kind: "lost", at, count: lost });
    lost = 0;
    const events = waiting;
    waiting = [];
    for (let start = 0; start < events.length; start += BATCH) send(events.slice(start, start + BATCH));
    sent = [...sent.filter((each) => at - each.at < SENT_AGAIN_MS), ...events.map((event) => ({ at, event }))];
    sent = sent.slice(-SENT_KEPT);
  }

  return {
    add(event) {
      if (waiting.length >= KEPT) lost += 1;
      else waiting.push(event);
      if (!isOpen || isScheduled) return;
      isScheduled = true;
      setTimeout(flush, BATCH_EVERY_MS);
    },
    open() {
      isOpen = true;
      flush();
    },
    close() {
      if (isOpen) waiting = [...sent.map(({ event }) => event), ...waiting];
      sent = [];
      isOpen = false;
    },
  };
}
