import {
  captureStackTrace,
  cut,
  defineProperty,
  exceptionName,
  getOwnPropertyDescriptor,
  isArray,
  NativeError,
  stackOfError,
} from "./natives.js";

const CALLS_TOLD = 20;
const LONGEST_STACK = 8192;

/** What a WebSocket was asked to speak, as its header would say it; values that would have to be converted are left out. */
export function protocolsOf(asked: unknown, channel: "websocket" | "eventsource"): string | null {
  if (channel !== "websocket") return null;
  if (typeof asked === "string") return asked;
  if (!isArray(asked)) return null;
  let list = "";
  for (let index = 0; index < asked.length; index += 1) {
    const name: unknown = getOwnPropertyDescriptor(asked, `${index}`)?.value;
    if (typeof name === "string") list += list ? `, ${name}` : name;
  }
  return list;
}

/** Who asked. A page that formats stacks itself (`Error.prepareStackTrace`) would see us do this, so there it is not done. */
export function stackOf(): string | null {
  if (getOwnPropertyDescriptor(NativeError, "prepareStackTrace")) return null;
  const limit = getOwnPropertyDescriptor(NativeError, "stackTraceLimit");
  if (!limit?.writable) return stackText();
  setLimit(CALLS_TOLD);
  const stack = stackText();
  setLimit(limit.value);
  return stack;
}

function setLimit(value: unknown): void {
  defineProperty(NativeError, "stackTraceLimit", { __proto__: null, value } as PropertyDescriptor);
}

function stackText(): string | null {
  const error = new NativeError();
  // V8 gives each error a stack of its own, Firefox gives their prototype a getter.
  const stack: unknown = getOwnPropertyDescriptor(error, "stack")?.value ?? stackOfError?.(error);
  return typeof stack === "string" ? cut(stack, 0, LONGEST_STACK) : null;
}

/**
 * What the browser throws carries the calls that led to it, and is told to `onerror` with the place of the last one. Ours
 * are taken out, up to and including the trap. What the page itself threw, as a value of its was converted, stays as it is.
 */
export function withoutOurCalls(error: unknown, args: unknown[], trap: unknown): unknown {
  if (captureStackTrace && typeof error === "object" && error !== null && isOfBrowser(error, args))
    captureStackTrace(error, trap as () => void);
  return error;
}

function isOfBrowser(error: object, args: unknown[]): boolean {
  let isPlain = true;
  for (let index = 0; index < args.length; index += 1) {
    if (typeof args[index] === "object" || typeof args[index] === "function") isPlain = false;
  }
  if (isPlain) return true;
  try {
    return exceptionName(error) !== "";
  } catch {
    return false; // no DOMException
  }
}
