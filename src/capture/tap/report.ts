import type { RawTapEvent, Told } from "../tapped.js";
import { closePort, dispatch, later, meetingPlace, NativeCustomEvent, now } from "./natives.js";
import { PAYLOAD_CAP } from "./wire.js";

/** In any one second no more messages leave the page. */
const MESSAGES_PER_SECOND = 2000;
/** Once so much of their payload has left in a second, only the head of each does: every byte costs the page its time. */
const PAYLOAD_PER_SECOND = 500_000;
const HEAD = 1024;
/** Handshakes and closes have room of their own, so that messages never push them out. */
const OTHERS_PER_SECOND = 1000;

/** A message after a pause is told at once, those that follow it together; nothing else waits. */
const TELL_EVERY_MS = 100;
/** More than this waits for nobody: a relay that never came forward. */
const UNTOLD_KEPT = 2000;

const { port1, port2 } = new MessageChannel();

export { port1 as tapEnd, port2 as relayEnd };

let active = true;
/** What is told next; null as long as that is nothing. */
let next: Told | null = null;
let toldAt = 0;
let waits = false;
/** The name of the event by which things are handed to the relay; "" until it has said so. */
let handover = "";
let isLeaving = false;
let began = 0;
let messages = 0;
let others = 0;
let payload = 0;
let lost = 0;
let tells = false;

export function isActive(): boolean {
  return active;
}

export function stopReporting(): void {
  active = false;
  next = null;
  closePort(port1);
}

export function nameHandover(name: string): void {
  handover = name;
  tellNext();
}

/** A page that is being left runs no further task, so nothing waits for one any more. */
export function leave(): void {
  isLeaving = true;
  tellNext();
}

export function comeBack(): void {
  isLeaving = false;
}

function tell(event: RawTapEvent): void {
  next ??= { __proto__: null, count: 0, events: { __proto__: null } } as unknown as Told;
  next.events[next.count] = event;
  next.count += 1;
  const since = event.at - toldAt;
  if (event.kind !== "message" || isLeaving || since >= TELL_EVERY_MS || since < 0) tellNext();
  else if (!waits) {
    waits = true;
    later(tellWaiting, TELL_EVERY_MS - since);
  }
}

function tellWaiting(): void {
  waits = false;
  tellNext();
}

/**
 * By an event of which the page cannot know the name: the relay hears it within this very task, where a port would take a
 * task of the page's for each side, and never bring what a page does in its last moment.
 */
function tellNext(): void {
  if (!next || handover === "") return;
  const detail = next;
  next = null;
  toldAt = now();
  dispatch(meetingPlace, new NativeCustomEvent(handover, { __proto__: null, detail } as CustomEventInit<Told>));
}

/** `weight` is what a message's payload takes up on its way. */
export function report(event: RawTapEvent, weight = 0): void {
  if (!active) return;
  beginSecond(event.at);
  payload += weight;
  if (mayGo(event) && (next?.count ?? 0) < UNTOLD_KEPT) tell(event);
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

function beginSecond(at: number): void {
  if (at - began < 1000 && at >= began) return;
  began = at;
  messages = others = payload = 0;
}

/** How much of a message's payload may leave the page. */
export function payloadRoom(at: number): number {
  beginSecond(at);
  return payload < PAYLOAD_PER_SECOND ? PAYLOAD_CAP : HEAD;
}

function mayGo({ kind }: RawTapEvent): boolean {
  if (kind !== "message") {
    others += 1;
    return others <= OTHERS_PER_SECOND;
  }
  messages += 1;
  return messages <= MESSAGES_PER_SECOND;
}
