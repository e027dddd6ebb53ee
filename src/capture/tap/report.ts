import type { RawTapEvent, Told } from "../tapped.js";
import { closePort, dispatch, later, meetingPlace, NativeCustomEvent, now } from "./natives.js";
import { type Held, pack } from "./pack.js";
import { HEAD, hasPlace, keepBytes, takeBytes } from "./payload.js";
import { PAYLOAD_CAP } from "./wire.js";

/** In any one second no more messages leave the page. */
const MESSAGES_PER_SECOND = 2000;
/** Once so much of their payload has left in a second, only the head of what is long does: every byte costs the page its time. */
const PAYLOAD_PER_SECOND = 200_000;
/** Handshakes and closes have room of their own, so that messages never push them out. */
const OTHERS_PER_SECOND = 1000;

/** A message after a pause is told at once, those that follow it together; nothing else waits. */
const TELL_EVERY_MS = 100;
/** Each time costs the page half a millisecond, however much is told: where that is much, it is told less often. */
const MUCH = 30;
const TELL_MUCH_EVERY_MS = 400;
/** More than this waits for nobody: a relay that never came forward. */
const UNTOLD_KEPT = 2000;

const { port1, port2 } = new MessageChannel();

export { port1 as tapEnd, port2 as relayEnd };

/** All but messages, which are packed; or one whose bytes the relay has to read. */
type Reported = Extract<RawTapEvent, { at: number }>;

let active = true;
/** What is told next; null as long as that is nothing. */
let next: Told | null = null;
/** Messages that are not packed yet, the oldest first. */
let first: Held | null = null;
let last: Held | null = null;
let held = 0;
/** Messages and all else that is not told yet. */
let untold = 0;
let toldAt = 0;
let tellEvery = TELL_EVERY_MS;
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
  next = first = last = null;
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

function add(event: RawTapEvent | string): void {
  next ??= { __proto__: null, count: 0, events: { __proto__: null } } as unknown as Told;
  next.events[next.count] = event;
  next.count += 1;
}

function packUp(): void {
  if (!first) return;
  const packed = pack(first, held, takeBytes());
  first = last = null;
  held = 0;
  add(packed);
}

function tell(event: Reported): void {
  packUp();
  add(event);
  untold += 1;
  if (event.kind === "message") tellSoon(event.at);
  else tellNext();
}

function hold(message: Held): void {
  keepBytes(message);
  if (last) last.next = message;
  else first = message;
  last = message;
  held += 1;
  untold += 1;
  tellSoon(message.at);
}

function tellSoon(at: number): void {
  const since = at - toldAt;
  if (isLeaving || since >= tellEvery || since < 0) tellNext();
  else if (!waits) {
    waits = true;
    later(tellWaiting, tellEvery - since);
  }
}

function tellWaiting(): void {
  waits = false;
  tellNext();
}

/**
 * By an event of which the page cannot know the name: the relay hears it within this very task, where a port would take a
 * task of the page's for each side, and never bring what a page does in its last moment. A text alone crosses without a copy.
 */
function tellNext(): void {
  packUp();
  if (!next || handover === "") return;
  const detail = next.count === 1 && typeof next.events[0] === "string" ? next.events[0] : next;
  next = null;
  tellEvery = untold > MUCH ? TELL_MUCH_EVERY_MS : TELL_EVERY_MS;
  untold = 0;
  toldAt = now();
  dispatch(meetingPlace, new NativeCustomEvent(handover, { __proto__: null, detail } as CustomEventInit<unknown>));
}

export function report(event: Reported): void {
  if (!active) return;
  beginSecond(event.at);
  others += 1;
  if (others <= OTHERS_PER_SECOND && untold < UNTOLD_KEPT) tell(event);
  else lose();
}

/** A message, and the head of one that is a Blob. */
export function reportMessage(message: Held, blob: Blob | null): void {
  if (!active) return;
  payload += message.length;
  messages += 1;
  if (messages > MESSAGES_PER_SECOND || untold >= UNTOLD_KEPT) lose();
  else if (blob) tell(ofBlob(message, blob));
  else hold(message);
}

function ofBlob({ at, socket, isSent, nth, bytes }: Held, head: Blob): Reported {
  return { kind: "message", at, socket, direction: isSent ? "sent" : "received", nth, head, isBinary: true, bytes };
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
  tell({ __proto__: null, kind: "lost", at: now(), count: lost } as Reported);
  lost = 0;
}

function beginSecond(at: number): void {
  if (at - began < 1000 && at >= began) return;
  began = at;
  messages = others = payload = 0;
}

/** Makes room for a message, and says how much of it leaves the page if it is a long one. */
export function roomFor(at: number): number {
  beginSecond(at);
  if (!hasPlace()) tellNext();
  return payload < PAYLOAD_PER_SECOND ? PAYLOAD_CAP : HEAD;
}
