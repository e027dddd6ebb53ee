import type { Browser, Runtime } from "webextension-polyfill";
import { createInOrder } from "./relay/in-order.js";
import { createLeaving } from "./relay/leaving.js";
import { createOutbox } from "./relay/outbox.js";
import { watchPageLife } from "./relay/page-life.js";
import { GREETING, PORT_PREFIX, STOP } from "./tap/wire.js";
import type { RawTapEvent, TapAnswer, TapEvent, TappedMessage, Told } from "./tapped.js";

/**
 * In the extension's own world of each frame: takes over the tap's private port before the page's handlers can see it,
 * says through it by which event it listens, and carries what that brings to whoever records this tab. In Chromium that is DevTools' own page, in Firefox the
 * worker. Both hear one port: the worker's end does not cut it as long as DevTools' page hears it, and what is posted to it
 * in a page's last moment arrives, where a message of its own would wait in vain for a stopped worker to start. Until
 * somebody who records hears it, the relay only keeps; when nobody records, tap and relay are done with this page.
 */
const documentId = secret();
/** The name of the one event by which the tap hands over what it saw. */
const handover = secret();

/** This runs in every frame, so it does without the polyfill: the calls that it makes are the same in both browsers. */
const { chrome, browser = chrome } = globalThis as unknown as { chrome: Browser; browser?: Browser };

/** A worker that was just stopped is back after a moment; and so is DevTools that the worker knows and that does not hear us yet. */
const CONNECT_AGAIN_MS = 200;

let tap: MessagePort | null = null;
let isLeaving = false;
let isOver = false;
let port: Runtime.Port | null = null;
/** Whoever records this tab hears the port. */
let isHeard = false;
let timer: ReturnType<typeof setTimeout> | undefined;
const outbox = createOutbox((batch, events) => say({ type: "tapped", batch, events }));
const inOrder = createInOrder(add);
const leaving = createLeaving();
const forgetPageLife = window === window.top ? watchPageLife(add) : () => undefined;

window.addEventListener("message", greeted, true);
window.addEventListener("pageshow", shown, true);
window.addEventListener("pagehide", leave, true);
window.addEventListener("beforeunload", leaveBegins, true);
performance.addEventListener(handover, handedOver);
connect();

function secret(): string {
  return crypto.getRandomValues(new Uint32Array(2)).join("").slice(0, 16);
}

function say(message: TappedMessage): void {
  try {
    port?.postMessage(message);
  } catch {
    // It was just cut, which it tells itself; then all goes again.
  }
}

function add(event: TapEvent): void {
  outbox.add(event);
  if (isLeaving) outbox.flush();
}

function leaveBegins(): void {
  leaving.begins(Date.now());
}

/** No timer fires any more in a page that is being left. */
function leave({ persisted }: PageTransitionEvent): void {
  isLeaving = true;
  inOrder.hurry();
  if (!persisted) for (const end of leaving.gone(Date.now())) outbox.add(end);
  outbox.flush();
}

/** The back/forward cache cuts the port of a page that it takes in, and whatever is on its way, without a word to the page. */
function shown({ persisted }: PageTransitionEvent): void {
  isLeaving = false;
  if (persisted) connectAnew(0);
}

/** The first listener of the window: whoever is greeted here, the page never hears of it. */
function greeted(event: MessageEvent): void {
  const [tapPort] = event.ports;
  if (event.source !== window || event.data !== GREETING || !tapPort) return;
  event.stopImmediatePropagation();
  window.removeEventListener("message", greeted, true);
  tap = tapPort;
  if (isOver) stopTap();
  else tapPort.postMessage(handover);
}

/** Each event once, and at once: also what a page does while it is being left. */
function handedOver({ detail }: Event & { detail?: unknown }): void {
  if (isOver) return;
  if (typeof detail === "string") take(detail);
  else takeAll(structuredClone(detail) as Told);
  if (isLeaving) inOrder.hurry();
}

function takeAll({ count, events }: Told): void {
  for (let place = 0; place < count; place += 1) take(events[place] as RawTapEvent | string);
}

function take(told: RawTapEvent | string): void {
  inOrder.take(typeof told === "string" ? { kind: "messages", packed: told } : leaving.note(told));
}

function connect(): void {
  if (isOver) return;
  let opened: Runtime.Port;
  try {
    opened = browser.runtime.connect({ name: PORT_PREFIX + documentId });
  } catch {
    stop(); // The extension itself was removed or reloaded: this relay belongs to nobody any more.
    return;
  }
  port = opened;
  opened.onMessage.addListener((answer: unknown) => port === opened && hear(answer as TapAnswer));
  opened.onDisconnect.addListener(() => port === opened && connectAnew(CONNECT_AGAIN_MS));
}

function hear(message: TapAnswer): void {
  if (message.type === "taken") outbox.taken(message.batch);
  if (message.type === "hears") {
    isHeard = true;
    outbox.open();
  }
  if (message.type !== "tap" || isHeard) return; // A worker that has only just started may not know yet of the DevTools that is open.
  if (message.record) connectIn(CONNECT_AGAIN_MS);
  else stop();
}

/** DevTools' page may have been a moment later than the worker: then it hears only the next port. */
function connectIn(ms: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => isHeard || connectAnew(0), ms);
}

function connectAnew(after: number): void {
  if (isOver) return;
  outbox.close();
  isHeard = false;
  port?.disconnect();
  port = null;
  clearTimeout(timer);
  timer = setTimeout(connect, after);
}

function stop(): void {
  isOver = true;
  outbox.close();
  forgetPageLife();
  clearTimeout(timer);
  window.removeEventListener("pageshow", shown, true);
  window.removeEventListener("pagehide", leave, true);
  window.removeEventListener("beforeunload", leaveBegins, true);
  performance.removeEventListener(handover, handedOver);
  port?.disconnect();
  stopTap();
}

function stopTap(): void {
  tap?.postMessage(STOP);
  tap = null;
}
