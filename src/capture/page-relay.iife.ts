import type { Browser, Runtime } from "webextension-polyfill";
import { createOutbox } from "./relay/outbox.js";
import { watchPageLife } from "./relay/page-life.js";
import { whole } from "./relay/whole.js";
import { GREETING, PORT_PREFIX, STOP } from "./tap/wire.js";
import type { RawTapEvent } from "./tapped.js";

/**
 * In the extension's own world of each frame: takes over the tap's private port before the page's handlers can see it,
 * and carries what comes through it to the worker. Until the worker has said whether this tab is being recorded, it
 * only keeps; when it is not, tap and relay are done with this page.
 */
const name = PORT_PREFIX + crypto.getRandomValues(new Uint32Array(2)).join("").slice(0, 16);

/** This runs in every frame, so it does without the polyfill: the one call that it makes is the same in both browsers. */
const { chrome, browser = chrome } = globalThis as unknown as { chrome: Browser; browser?: Browser };

/** A worker that was just stopped is back after a moment. */
const CONNECT_AGAIN_MS = 200;

let tap: MessagePort | null = null;
let isOver = false;
let toWorker: Runtime.Port | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const outbox = createOutbox((events, batch) => toWorker?.postMessage({ type: "tapped", events, batch }));
const forgetPageLife = window === window.top ? watchPageLife(outbox.add) : () => undefined;

window.addEventListener("message", greeted, true);
window.addEventListener("pageshow", shown, true);
window.addEventListener("pagehide", outbox.flush, true);
connect();

/** The back/forward cache cuts the port of a page that it takes in, without a word to the page. */
function shown({ persisted }: PageTransitionEvent): void {
  if (persisted) connectAnew(0);
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

/** A Blob's bytes come later than the message itself; what follows waits, so that everything keeps its order. */
function listenTo(port: MessagePort): void {
  let turn: Promise<void> = Promise.resolve();
  port.onmessage = ({ data }: MessageEvent<RawTapEvent>) => {
    turn = turn.then(async () => outbox.add(await whole(data)));
  };
}

function connect(): void {
  if (isOver) return;
  try {
    toWorker = browser.runtime.connect({ name });
  } catch {
    stop(); // The extension itself was removed or reloaded: this relay belongs to nobody any more.
    return;
  }
  toWorker.onMessage.addListener((answer: unknown) => {
    const { type, record, batch } = answer as { type?: unknown; record?: unknown; batch?: unknown };
    if (type === "taken") outbox.taken(batch as number);
    else if (record === true) outbox.open();
    else stop();
  });
  toWorker.onDisconnect.addListener(() => connectAnew(CONNECT_AGAIN_MS));
}

function connectAnew(after: number): void {
  if (isOver) return;
  toWorker?.disconnect();
  toWorker = null;
  outbox.close();
  clearTimeout(timer);
  timer = setTimeout(connect, after);
}

function stop(): void {
  isOver = true;
  outbox.close();
  forgetPageLife();
  clearTimeout(timer);
  window.removeEventListener("pageshow", shown, true);
  window.removeEventListener("pagehide", outbox.flush, true);
  toWorker?.disconnect();
  stopTap();
}

function stopTap(): void {
  tap?.postMessage(STOP);
  tap = null;
}
