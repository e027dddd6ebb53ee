import {
  call,
  defineProperty,
  type functionToString,
  getOwnPropertyDescriptor,
  NativeProxy,
  recall,
  remember,
} from "./natives.js";
import { withoutOurCalls } from "./request.js";

/** A property of the page's world that was given a stand-in. */
interface Replaced {
  owner: object;
  name: string;
  native: unknown;
  standIn: unknown;
  next: Replaced | null;
}

const natives = new WeakMap<object, unknown>();
let replaced: Replaced | null = null;

/**
 * Puts a proxy in the place of a native function. A proxy has the native's own properties, prototype, name and length;
 * the traps have no prototype, as the page could otherwise add traps through Object.prototype.
 */
export function replace<T extends object>(
  owner: object,
  name: string,
  makeTraps: (standIn: () => T) => ProxyHandler<T>,
): void {
  const descriptor = getOwnPropertyDescriptor(owner, name);
  if (typeof descriptor?.value !== "function") return;
  const native = descriptor.value as T;
  const standIn: T = new NativeProxy(
    native,
    makeTraps(() => standIn),
  );
  remember(natives, standIn, native);
  put(owner, name, standIn);
}

/** Gives a property another value and leaves everything else about it as it is. */
export function put(owner: object, name: string, standIn: unknown): void {
  const descriptor = getOwnPropertyDescriptor(owner, name);
  if (!descriptor) return;
  replaced = { owner, name, native: descriptor.value, standIn, next: replaced };
  defineValue(owner, name, standIn);
}

/** What the page has not replaced itself in the meantime becomes native again. */
export function restoreAll(): void {
  for (let each = replaced; each; each = each.next) {
    if (getOwnPropertyDescriptor(each.owner, each.name)?.value === each.standIn)
      defineValue(each.owner, each.name, each.native);
  }
  replaced = null;
}

function defineValue(owner: object, name: string, value: unknown): void {
  defineProperty(owner, name, { __proto__: null, value } as PropertyDescriptor);
}

/** A proxy's own toString would say "function () { [native code] }", without the name. */
export function keepToString(): void {
  replace<typeof functionToString>(Function.prototype, "toString", () => {
    const traps = {
      __proto__: null,
      apply(native: typeof functionToString, self: object, args: unknown[]) {
        try {
          return call(native, (self && recall(natives, self)) ?? self, args);
        } catch (error) {
          throw withoutOurCalls(error, args, traps.apply);
        }
      },
    };
    return traps as ProxyHandler<typeof functionToString>;
  });
}
