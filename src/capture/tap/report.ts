import type { RawTapEvent } from "../tapped.js";
import { closePort, later, now, sendThrough } from "./natives.js";

/** In any one second no more messages, and no more of their payload, leave the page. */
const MESSAGES_PER_SECOND = 2000;
const BYTES_PER_SECOND = 8_000_000;
/** Handshakes and closes have room of their own, so that messages never push them out. */
const OTHERS_PER_SECOND = 1000;

const { port1, port2 } = new MessageChannel();

export { port1 as tapEnd, port2 as relayEnd };

let active = true;
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
  closePort(port1);
}

/** `weight` is what a message's payload takes up on its way. */
export function report(event: RawTapEvent, weight = 0): void {
  if (!active) return;
  if (mayGo(event, weight)) sendThrough(port1, event);
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
  sendThrough(port1, { __proto__: null, kind: "lost", at: now(), count: lost });
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
