/**
 * Everything that the tap uses of the page's world, taken at document_start: whatever the page replaces later, the tap
 * goes on with these. So: no methods on values, no spreading, no iterating and no destructuring of arrays in the tap's
 * code, as each of these asks a prototype that the page may have changed.
 */

const { apply, construct, defineProperty, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;

export { construct, defineProperty, getOwnPropertyDescriptor };
export const call = apply;
const { bind, call: callNative } = Function.prototype;

/** With its object as the first argument. A bound function needs no list of its arguments, which each message would pay for. */
function unbound<Self, Result>(native: unknown): (self: Self, ...args: unknown[]) => Result {
  return apply(bind, callNative, [native]) as (self: Self, ...args: unknown[]) => Result;
}

export const NativeProxy = Proxy;
export const NativeError = Error;
export const NativeCustomEvent = CustomEvent;
/** Of one window there is one for all scripts, and no `document.open` takes listeners from it, as it does from the window. */
export const meetingPlace = performance;
const NativeUrl = URL;
/** V8's own; other engines have none. */
export const captureStackTrace = (Error as Partial<typeof Error>).captureStackTrace;
export const now = Date.now;
export const { isArray } = Array;
/** True for real errors alone, never for a page's proxy of one; not in every browser. */
export const isError = (Error as { isError?: (value: unknown) => boolean }).isError;
/** Firefox: nothing there can keep a stand-in out of the place that its console gives for a line. */
export const isGecko = "InternalError" in window;
export const { isView } = ArrayBuffer;
export const { postMessage, setTimeout: later } = window;
export const functionToString = Function.prototype.toString;

/** A method, to be called with its object as the first argument. */
function method<Self, Result>(owner: object, name: PropertyKey): (self: Self, ...args: unknown[]) => Result {
  return unbound(getOwnPropertyDescriptor(owner, name)?.value);
}

/** What a getter gives for this object. */
function getter<Self, Value>(owner: object, name: PropertyKey): (self: Self) => Value {
  return unbound(getOwnPropertyDescriptor(owner, name)?.get);
}

export const listen = method<EventTarget, void>(EventTarget.prototype, "addEventListener");
export const unlisten = method<EventTarget, void>(EventTarget.prototype, "removeEventListener");
export const dispatch = method<EventTarget, void>(EventTarget.prototype, "dispatchEvent");
export const startPort = method<MessagePort, void>(MessagePort.prototype, "start");
export const closePort = method<MessagePort, void>(MessagePort.prototype, "close");

export const recall = method<WeakMap<object, unknown>, unknown>(WeakMap.prototype, "get");
export const remember = method<WeakMap<object, unknown>, void>(WeakMap.prototype, "set");
export const lookUp = method<Map<string, unknown>, unknown>(Map.prototype, "get");
export const store = method<Map<string, unknown>, void>(Map.prototype, "set");
export const remove = method<Map<string, unknown>, void>(Map.prototype, "delete");

export const cut = method<string, string>(String.prototype, "slice");
export const indexIn = method<string, number>(String.prototype, "indexOf");
const encode = method<TextEncoder, Uint8Array>(TextEncoder.prototype, "encode");
const encodeInto = method<TextEncoder, { written: number }>(TextEncoder.prototype, "encodeInto");
const encoder = new TextEncoder();
const SCRATCH = 98_304;
/** Written to, and never read. */
const scratch = new Uint8Array(SCRATCH);

const typedArray = getPrototypeOf(Uint8Array.prototype) as object;
export const bytesInBuffer = getter<ArrayBuffer, number>(ArrayBuffer.prototype, "byteLength");
export const NativeBytes = Uint8Array;
export const setBytes = method<Uint8Array, void>(typedArray, "set");
/** Not in every browser. */
const toBase64 = "toBase64" in Uint8Array.prototype && method<Uint8Array, string>(Uint8Array.prototype, "toBase64");
const { fromCharCode } = String;
const { btoa: toBase64OfText } = window;
/** Of so many bytes from the first on. */
export function base64Of(bytes: Uint8Array, count: number): string {
  if (toBase64) return toBase64(new NativeBytes(arrayFields.buffer(bytes), 0, count));
  let text = "";
  for (let place = 0; place < count; place += 1) text += fromCharCode(bytes[place] as number);
  return toBase64OfText(text);
}
export const arrayTag = getter<object, string | undefined>(typedArray, Symbol.toStringTag);
export const arrayFields = {
  buffer: getter<object, ArrayBuffer>(typedArray, "buffer"),
  start: getter<object, number>(typedArray, "byteOffset"),
  bytes: getter<object, number>(typedArray, "byteLength"),
};
export const viewFields = {
  buffer: getter<object, ArrayBuffer>(DataView.prototype, "buffer"),
  start: getter<object, number>(DataView.prototype, "byteOffset"),
  bytes: getter<object, number>(DataView.prototype, "byteLength"),
};
export const bytesInBlob = getter<Blob, number>(Blob.prototype, "size");
export const headOfBlob = method<Blob, Blob>(Blob.prototype, "slice");

/** As UTF-8, in which no character of a string takes more than three bytes. */
export const bytesInText = (text: string) =>
  text.length * 3 <= SCRATCH ? encodeInto(encoder, text, scratch).written : arrayFields.bytes(encode(encoder, text));

export const socketFields = {
  url: getter<object, string>(WebSocket.prototype, "url"),
  state: getter<object, number>(WebSocket.prototype, "readyState"),
  protocol: getter<object, string>(WebSocket.prototype, "protocol"),
  buffered: getter<object, number>(WebSocket.prototype, "bufferedAmount"),
};
export const streamFields = {
  url: getter<object, string>(EventSource.prototype, "url"),
  credentials: getter<object, boolean>(EventSource.prototype, "withCredentials"),
  state: getter<object, number>(EventSource.prototype, "readyState"),
};
export const messageData = getter<Event, unknown>(MessageEvent.prototype, "data");
export const closeFields = {
  code: getter<Event, number>(CloseEvent.prototype, "code"),
  reason: getter<Event, string>(CloseEvent.prototype, "reason"),
  wasClean: getter<Event, boolean>(CloseEvent.prototype, "wasClean"),
};
export const violationFields = {
  directive: getter<Event, string>(SecurityPolicyViolationEvent.prototype, "effectiveDirective"),
  url: getter<Event, string>(SecurityPolicyViolationEvent.prototype, "blockedURI"),
  disposition: getter<Event, string>(SecurityPolicyViolationEvent.prototype, "disposition"),
};
export const exceptionName = getter<object, string>(DOMException.prototype, "name");
export const exceptionMessage = getter<object, string>(DOMException.prototype, "message");
export const stackOfError = getOwnPropertyDescriptor(Error.prototype, "stack")?.get
  ? getter<Error, unknown>(Error.prototype, "stack")
  : null;
export const hrefOf = getter<object, string>(URL.prototype, "href");
export const requestFields = {
  url: getter<object, string>(Request.prototype, "url"),
  method: getter<object, string>(Request.prototype, "method"),
  credentials: getter<object, string>(Request.prototype, "credentials"),
};
export const sendsCredentials = getter<object, boolean>(XMLHttpRequest.prototype, "withCredentials");
const baseOf = getter<Node, string>(Node.prototype, "baseURI");
/** Throws for what is no URL. */
export const absolute = (url: string) => hrefOf(new NativeUrl(url, baseOf(document)));

/** Not in every browser, and not on insecure pages. */
export const transportFields = "WebTransport" in window && {
  ready: getter<object, Promise<unknown>>(WebTransport.prototype, "ready"),
  closed: getter<object, Promise<unknown>>(WebTransport.prototype, "closed"),
};
export const whenSettled = method<Promise<unknown>, void>(Promise.prototype, "then");
