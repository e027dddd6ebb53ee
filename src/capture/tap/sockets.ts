import { put, replace } from "./disguise.js";
import {
  call,
  closeFields,
  construct,
  exceptionName,
  hrefOf,
  listen,
  messageData,
  now,
  recall,
  remember,
  socketFields,
  streamFields,
  unlisten,
} from "./natives.js";
import type { Held } from "./pack.js";
import { notePayload, SHORT } from "./payload.js";
import { awaitVerdict, settle } from "./pending.js";
import { isActive, report, reportMessage, roomFor } from "./report.js";
import { protocolsOf, stackOf, withoutOurCalls } from "./request.js";
import { safely } from "./safely.js";
import type { Tapped } from "./tapped.js";

type Channel = Tapped["channel"];

const known = new WeakMap<object, unknown>();
let count = 0;

/** From here on every `new` of this constructor, also through a subclass, is told of. */
export function tapConstructor(name: "WebSocket" | "EventSource", channel: Channel): void {
  const native = window[name];
  replace(window, name, (standIn) => {
    const traps: ProxyHandler<typeof native> = {
      __proto__: null,
      construct(target: typeof native, args: unknown[], newTarget: object) {
        const at = now();
        const maker = (newTarget === standIn() ? target : newTarget) as typeof native;
        try {
          const made = construct(target, args, maker) as EventTarget;
          if (isActive()) safely(() => begin(channel, args, at, made));
          return made;
        } catch (error) {
          if (isActive()) safely(() => noteThrown(channel, args, at, error));
          throw withoutOurCalls(error, args, traps.construct);
        }
      },
    } as ProxyHandler<typeof native>;
    return traps;
  });
  put(native.prototype, "constructor", window[name]);
}

/** Counts what the page sends, and notes that it closed. What the native throws, the page gets, and nothing is told. */
export function tapMethods(): void {
  tapMethod(WebSocket.prototype, "send", noteSent, bufferedBefore);
  tapMethod(WebSocket.prototype, "close", noteClosed);
  tapMethod(EventSource.prototype, "close", noteClosed);
}

type Method = (...args: unknown[]) => unknown;

function tapMethod(
  owner: object,
  name: string,
  note: (self: object, args: unknown[], before: number) => void,
  look: (self: object, args: unknown[]) => number = () => 0,
): void {
  replace<Method>(owner, name, () => {
    const traps: ProxyHandler<Method> = {
      __proto__: null,
      apply(native: Method, self: object, args: unknown[]) {
        try {
          const before = look(self, args);
          const result = call(native, self, args);
          safely(note, self, args, before);
          return result;
        } catch (error) {
          throw withoutOurCalls(error, args, traps.apply);
        }
      },
    } as ProxyHandler<Method>;
    return traps;
  });
}

function begin(channel: Channel, args: unknown[], at: number, made: EventTarget): void {
  const url = channel === "websocket" ? socketFields.url(made) : streamFields.url(made);
  const tapped = start(channel, url);
  remember(known, made, tapped);
  report({
    kind: "begun",
    at,
    socket: tapped.socket,
    channel,
    url,
    protocols: protocolsOf(args[1], channel),
    stack: stackOf(),
  });
  if (channel === "eventsource")
    report({ kind: "asked", at, method: "GET", url, credentials: streamFields.credentials(made) });
  awaitVerdict(tapped);
  listen(made, "open", onOpen);
  listen(made, "message", onMessage);
  listen(made, "error", onError);
  if (channel === "websocket") listen(made, "close", onClose);
}

/** The number of the next one of this document. */
export function nextSocket(): number {
  count += 1;
  return count;
}

function start(channel: Channel, url: string): Tapped {
  return { channel, socket: nextSocket(), url, opened: false, over: false, closedByPage: false, sent: 0, received: 0 };
}

function noteThrown(channel: Channel, args: unknown[], at: number, error: unknown): void {
  const { socket } = start(channel, "");
  const url = typeof args[0] === "string" ? args[0] : hrefOf(args[0] as object);
  const protocols = protocolsOf(args[1], channel);
  report({
    kind: "threw",
    at,
    socket,
    channel,
    url,
    protocols,
    name: exceptionName(error as object),
    stack: stackOf(),
  });
}

function noteSent(self: object, args: unknown[], before: number): void {
  const tapped = recall(known, self) as Tapped | undefined;
  if (!tapped || !isActive() || socketFields.state(self) !== OPEN) return;
  const bytes = before < 0 ? 0 : socketFields.buffered(self) - before;
  noteMessage(tapped, "sent", args[0], bytes);
}

/**
 * To count the bytes of a long text takes longer than all else. Of what is sent the browser counts them: by so much
 * `bufferedAmount` grows, which shrinks only when the page's task is over. -1 where nobody will ask.
 */
function bufferedBefore(self: object, args: unknown[]): number {
  const data = args[0];
  if (typeof data !== "string" || data.length <= SHORT) return -1;
  try {
    return socketFields.buffered(self);
  } catch {
    return -1; // no WebSocket, as the native says next
  }
}

const OPEN = 1;

/** `bytes`: of a text, where the browser has counted them; else 0. */
function noteMessage(tapped: Tapped, direction: "sent" | "received", data: unknown, bytes: number): void {
  const nth = tapped[direction];
  tapped[direction] = nth + 1;
  const at = now();
  const { socket } = tapped;
  const isSent = direction === "sent";
  const message: Held = { at, socket, isSent, nth, form: "u", text: "", length: 0, bytes: null, next: null };
  reportMessage(message, notePayload(message, data, roomFor(at), bytes));
}

function noteClosed(self: object): void {
  const tapped = recall(known, self) as Tapped | undefined;
  if (!tapped) return;
  tapped.closedByPage = true;
  if (tapped.channel === "eventsource") end(tapped, null);
}

function onOpen(this: EventTarget, event: Event): void {
  heard(this, event, (tapped) => {
    if (tapped.over) restart(tapped);
    tapped.opened = true;
    settle(tapped);
    const { socket, channel, url } = tapped;
    const protocol = channel === "websocket" ? socketFields.protocol(this) : "";
    report({ kind: "opened", at: now(), socket, channel, url, protocol });
  });
}

function onMessage(this: EventTarget, event: Event): void {
  heard(this, event, noteReceived);
}

function noteReceived(tapped: Tapped, event: Event): void {
  noteMessage(tapped, "received", messageData(event), 0);
}

/** A WebSocket that the policy forbids ends with this event alone; an EventSource may try again by itself. */
function onError(this: EventTarget, event: Event): void {
  heard(this, event, (tapped) => {
    if (tapped.channel === "eventsource") end(tapped, null);
    else if (!tapped.opened) end(tapped, null);
  });
}

function onClose(this: EventTarget, event: Event): void {
  heard(this, event, end);
}

function end(tapped: Tapped, event: Event | null): void {
  if (tapped.over) return;
  tapped.over = true;
  settle(tapped);
  const { socket, channel, url, opened, closedByPage: byPage } = tapped;
  const at = now();
  if (!opened) report({ kind: "failed", at, socket, channel, url, byPage });
  else {
    const code = event && closeFields.code(event);
    const reason = event && closeFields.reason(event);
    const wasClean = event !== null && closeFields.wasClean(event);
    report({ kind: "closed", at, socket, channel, url, code, reason, wasClean, byPage });
  }
}

/** An EventSource that connects again makes another request. */
function restart(tapped: Tapped): void {
  const { socket } = start(tapped.channel, tapped.url);
  tapped.socket = socket;
  tapped.over = false;
  tapped.sent = tapped.received = 0;
  report({ kind: "begun", at: now(), socket, channel: tapped.channel, url: tapped.url, protocols: null, stack: null });
}

/** `isTrusted` cannot be forged: it is the event's own and cannot be redefined. */
function heard(target: EventTarget, event: Event, tell: (tapped: Tapped, event: Event) => void): void {
  const tapped = recall(known, target) as Tapped | undefined;
  if (!event.isTrusted || !tapped) return;
  if (isActive()) safely(tell, tapped, event);
  else leave(target);
}

function leave(target: EventTarget): void {
  unlisten(target, "open", onOpen);
  unlisten(target, "message", onMessage);
  unlisten(target, "error", onError);
  unlisten(target, "close", onClose);
}
