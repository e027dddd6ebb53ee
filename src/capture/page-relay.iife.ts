import type { Browser, Runtime } from "webextension-polyfill";
import { createInOrder } from "./relay/in-order.js";
import { createOutbox } from "./relay/outbox.js";
import { watchPageLife } from "./relay/page-life.js";
import { GREETING, HEARD_EVERY, PORT_PREFIX, STOP } from "./tap/wire.js";
import type { TapEvent, TappedMessage, Told } from "./tapped.js";

/**
 * In the extension's own world of each frame: takes over the tap's private port before the page's handlers can see it,
 * and carries what comes through it to whoever records this tab. In Chromium that is DevTools' own page, which no end of
 * the worker touches, in Firefox the worker. Until it is known that somebody records, it only keeps; when nobody does,
 * tap and relay are done with this page. Whether DevTools is open, the worker's port tells.
 */
const documentId = secret();
/** The name of the one event by which the tap hands over what a port would bring too late. */
const handover = secret();

/** This runs in every frame, so it does without the polyfill: the calls that it makes are the same in both browsers. */
const { chrome, browser = chrome } = globalThis as unknown as { chrome: Browser; browser?: Browser };

/** A worker that was just stopped is back after a moment. */
const CONNECT_AGAIN_MS = 200;

let tap: MessagePort | null = null;
let heard = 0;
let isLeaving = false;
let isOver = false;
let toWorker: Runtime.Port | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const outbox = createOutbox(tell);
const inOrder = createInOrder(add);
const forgetPageLife = window === window.top ? watchPageLife(add) : () => undefined;

window.addEventListener("message", greeted, true);
window.addEventListener("pageshow", shown, true);
window.addEventListener("pagehide", leave, true);
window.addEventListener(handover, handedOver, true);
connect();
void tell([]).then((isRecorded) => isRecorded && !isOver && outbox.open());

function secret(): string {
  return crypto.getRandomValues(new Uint32Array(2)).join("").slice(0, 16);
}

async function tell(events: TapEvent[]): Promise<boolean> {
  const message: TappedMessage = { type: "tapped", document: documentId, events };
  try {
    return (await browser.runtime.sendMessage(message)) === true;
  } catch {
    return false; // nobody listens; or the extension itself is gone, which its port tells
  }
}

function add(event: TapEvent): void {
  outbox.add(event);
  if (isLeaving) outbox.flush();
}

/** No timer fires any more in a page that is being left. */
function leave(): void {
  isLeaving = true;
  inOrder.hurry();
  outbox.flush();
}

/** The back/forward cache cuts the port of a page that it takes in, and whatever is on its way, without a word to the page. */
function shown({ persisted }: PageTransitionEvent): void {
  isLeaving = false;
  if (!persisted) return;
  if (outbox.isOpen) outbox.open();
  connectAnew(0);
}

/** The first listener of the window: whoever is greeted here, the page never hears of it. */
function greeted(event: MessageEvent): void {
  const [port] = event.ports;
  if (event.source !== window || event.data !== GREETING || !port) return;
  event.stopImmediatePropagation();
  window.removeEventListener("message", greeted, true);
  tap = port;
  if (isOver) stopTap();
  else listenTo(port);
}

function listenTo(port: MessagePort): void {
  port.postMessage(handover);
  port.onmessage = ({ data }: MessageEvent<Told>) => {
    take(data);
    if (heard % HEARD_EVERY === 0) port.postMessage(heard);
  };
}

/** What the tap hands over while the page is being left is still on its way through the port, too. */
function handedOver({ detail }: Event & { detail?: unknown }): void {
  take(structuredClone(detail) as Told);
  inOrder.hurry();
}

function take({ nth, event }: Told): void {
  if (nth <= heard || isOver) return;
  heard = nth;
  inOrder.take(event);
}

function connect(): void {
  if (isOver) return;
  try {
    toWorker = browser.runtime.connect({ name: PORT_PREFIX + documentId });
  } catch {
    stop(); // The extension itself was removed or reloaded: this relay belongs to nobody any more.
    return;
  }
  toWorker.onMessage.addListener((answer: unknown) => {
    if ((answer as { record?: unknown }).record === true) outbox.open();
    else void dismissed();
  });
  toWorker.onDisconnect.addListener(() => connectAnew(CONNECT_AGAIN_MS));
}

/** A worker that has only just started may not know yet of the DevTools that is open. */
async function dismissed(): Promise<void> {
  if (!(await tell([]))) stop();
}

function connectAnew(after: number): void {
  if (isOver) return;
  toWorker?.disconnect();
  toWorker = null;
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
  window.removeEventListener(handover, handedOver, true);
  toWorker?.disconnect();
  stopTap();
}

function stopTap(): void {
  tap?.postMessage(STOP);
  tap = null;
}
