import type { RawTapEvent, Told } from "../tapped.js";
import { closePort, dispatch, later, NativeCustomEvent, now, sendThrough } from "./natives.js";

/** In any one second no more messages, and no more of their payload, leave the page. */
const MESSAGES_PER_SECOND = 2000;
const BYTES_PER_SECOND = 8_000_000;
/** Handshakes and closes have room of their own, so that messages never push them out. */
const OTHERS_PER_SECOND = 1000;

const { port1, port2 } = new MessageChannel();

export { port1 as tapEnd, port2 as relayEnd };

/** What the relay has not said to have heard, the oldest first. */
interface Unheard {
  told: Told;
  next: Unheard | null;
}

/** A relay that says nothing is no reason to hold everything. */
const UNHEARD_KEPT = 2000;

let active = true;
let first: Unheard | null = null;
let last: Unheard | null = null;
let unheard = 0;
let count = 0;
/** The name of the event by which things are handed to the relay at once; "" until it has said so. */
let handover = "";
let isLeaving = false;
let began = 0;
let messages = 0;
let others = 0;
let bytes = 0;
let lost = 0;
let tells = false;

export function isActive(): boolean {
  return active;
}

export function stopReporting(): void {
  active = false;
  first = last = null;
  closePort(port1);
}

export function nameHandover(name: string): void {
  handover = name;
}

/** The relay has heard this many. */
export function forgetHeard(heard: number): void {
  while (first && first.told.nth <= heard) {
    first = first.next;
    unheard -= 1;
  }
  if (!first) last = null;
}

/**
 * A page that is being left runs no further task: what is on its way through the port would never arrive. So it is handed
 * over at once, by an event whose name the page cannot know, and so is all that the page does from now on.
 */
export function leave(): void {
  isLeaving = true;
  for (let each = first; each; each = each.next) handOver(each.told);
}

export function comeBack(): void {
  isLeaving = false;
}

function tell(event: RawTapEvent): void {
  count += 1;
  const told = { __proto__: null, nth: count, event } as Told;
  sendThrough(port1, told);
  if (isLeaving) handOver(told);
  else remember(told);
}

function remember(told: Told): void {
  const added: Unheard = { told, next: null };
  if (last) last.next = added;
  else first = added;
  last = added;
  unheard += 1;
  if (first && unheard > UNHEARD_KEPT) forgetHeard(first.told.nth);
}

function handOver(told: Told): void {
  if (handover === "") return;
  dispatch(window, new NativeCustomEvent(handover, { __proto__: null, detail: told } as CustomEventInit<Told>));
}

/** `weight` is what a message's payload takes up on its way. */
export function report(event: RawTapEvent, weight = 0): void {
  if (!active) return;
  if (mayGo(event, weight)) tell(event);
  else lose();
}

/** The tap itself failed over something; the page must never feel it. */
export function lose(): void {
  lost += 1;
  if (tells) return;
  tells = true;
  later(tellLost, 1000);
}

function tellLost(): void {
  tells = false;
  if (!active || lost === 0) return;
  tell({ __proto__: null, kind: "lost", at: now(), count: lost } as RawTapEvent);
  lost = 0;
}

function mayGo({ kind, at }: RawTapEvent, weight: number): boolean {
  if (at - began >= 1000 || at < began) {
    began = at;
    messages = others = bytes = 0;
  }
  if (kind !== "message") {
    others += 1;
    return others <= OTHERS_PER_SECOND;
  }
  messages += 1;
  bytes += weight;
  return messages <= MESSAGES_PER_SECOND && bytes <= BYTES_PER_SECOND;
}
