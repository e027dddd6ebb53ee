import { replace } from "./disguise.js";
import {
  absolute,
  call,
  type functionToString,
  getOwnPropertyDescriptor,
  indexIn,
  listen,
  now,
  recall,
  remember,
  requestFields,
  sendsCredentials,
} from "./natives.js";
import { isActive, report } from "./report.js";
import { safely } from "./safely.js";

/**
 * Whether a request carries credentials is not on the wire, and it decides what CORS demands of the answer. So fetch and
 * XMLHttpRequest are asked for that one thing, and only of what may be a handshake: all else is none of our business.
 */
export function tapRequests(): void {
  replace<typeof fetch>(
    window,
    "fetch",
    () =>
      ({
        __proto__: null,
        apply(native: typeof fetch, self: unknown, args: unknown[]) {
          if (isActive()) safely(() => noteFetch(args[0], args[1]));
          return call(native, self, args);
        },
      }) as ProxyHandler<typeof fetch>,
  );
  replace<typeof functionToString>(
    XMLHttpRequest.prototype,
    "open",
    () =>
      ({
        __proto__: null,
        apply(native: typeof functionToString, self: object, args: unknown[]) {
          const result: unknown = call(native, self, args);
          if (isActive()) safely(() => noteOpened(self as XMLHttpRequest, args[0], args[1]));
          return result;
        },
      }) as ProxyHandler<typeof functionToString>,
  );
}

interface Asked {
  method: string;
  url: string;
}

const opened = new WeakMap<object, unknown>();

/** Reads no property that the page could have made a getter: what it cannot read so, it does not know. */
function noteFetch(input: unknown, init: unknown): void {
  const request = typeof input === "object" && input !== null ? requestOf(input) : null;
  const url = request ? request.url : typeof input === "string" ? input : null;
  if (url === null || !mayBeHandshake(url)) return;
  const method = own(init, "method") ?? request?.method ?? "GET";
  const credentials = own(init, "credentials") ?? request?.credentials ?? "same-origin";
  tell({ url, method }, credentials === "include");
}

function requestOf(input: object): (Asked & { credentials: string }) | null {
  try {
    return {
      url: requestFields.url(input),
      method: requestFields.method(input),
      credentials: requestFields.credentials(input),
    };
  } catch {
    return null; // no Request: a URL object, or something that the browser makes a string of
  }
}

function own(init: unknown, name: string): string | null {
  if (typeof init !== "object" || init === null) return null;
  const value: unknown = getOwnPropertyDescriptor(init, name)?.value;
  return typeof value === "string" ? value : null;
}

/** `withCredentials` may be set until `send`, and the native `send` stays untouched: its caller is what DevTools shows. */
function noteOpened(request: XMLHttpRequest, method: unknown, url: unknown): void {
  if (typeof method !== "string" || typeof url !== "string" || !mayBeHandshake(url)) return;
  remember(opened, request, { method, url });
  listen(request, "loadstart", onSend);
}

function onSend(this: XMLHttpRequest, event: Event): void {
  const asked = recall(opened, this) as Asked | undefined;
  if (event.isTrusted && asked && isActive()) safely(() => tell(asked, sendsCredentials(this)));
}

function tell({ method, url }: Asked, credentials: boolean): void {
  report({ kind: "asked", at: now(), method, url: absolute(url), credentials });
}

/** A negotiate request, or Engine.IO's query. */
function mayBeHandshake(url: string): boolean {
  return indexIn(url, "/negotiate") >= 0 || indexIn(url, "EIO=") >= 0 || indexIn(url, "transport=") >= 0;
}
