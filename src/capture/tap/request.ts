import { cut, defineProperty, getOwnPropertyDescriptor, isArray, NativeError, stackOfError } from "./natives.js";

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
