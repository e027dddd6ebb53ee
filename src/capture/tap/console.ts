import { replace } from "./disguise.js";
import {
  call,
  cut,
  exceptionMessage,
  type functionToString,
  getOwnPropertyDescriptor,
  indexIn,
  isError,
  isGecko,
  now,
} from "./natives.js";
import { isActive, lose, report } from "./report.js";
import { safely } from "./safely.js";
import { LOGGED_CAP } from "./wire.js";

type Log = typeof functionToString;

/**
 * The clients' libraries log why they gave up, each in a form of its own. Only lines in such a form are told of; of all
 * else that a page logs nothing is even looked at but how its first text begins.
 */
export function hearConsole(): void {
  if (isGecko) return;
  hear("error", isLogged);
  hear("warn", isLogged);
  hear("debug", isDebugOfFailure);
}

function hear(name: "error" | "warn" | "debug", isTelling: (text: string) => boolean): void {
  replace<Log>(
    console,
    name,
    () =>
      ({
        __proto__: null,
        apply(native: Log, self: object, args: unknown[]) {
          const result: unknown = call(native, self, args);
          if (isActive()) safely(() => note(args, isTelling));
          return result;
        },
      }) as ProxyHandler<Log>,
  );
}

/** Of a text of any length, as much as its form shows in. */
const LOOKED_AT = 200;

/** More say nothing new. */
const LINES_PER_SECOND = 20;

let count = 0;
let began = 0;
let lines = 0;

function note(args: unknown[], isTelling: (text: string) => boolean): void {
  const first = args[0];
  if (typeof first !== "string" || !isTelling(cut(first, 0, LOOKED_AT))) return;
  const at = now();
  if (at - began >= 1000 || at < began) {
    began = at;
    lines = 0;
  }
  lines += 1;
  if (lines > LINES_PER_SECOND) {
    lose();
    return;
  }
  count += 1;
  report({ kind: "logged", at, nth: count, text: textOf(first, args) });
}

/** SignalR: "[2026-01-31T12:00:00.000Z] Error: …". Azure's clients: "azure:web-pubsub-client:error …". */
function isLogged(text: string): boolean {
  if (indexIn(text, "[") === 0) {
    return (
      indexIn(text, "] Error: ") === 25 || indexIn(text, "] Warning: ") === 25 || indexIn(text, "] Critical: ") === 25
    );
  }
  return indexIn(text, "azure:web-pubsub-client:") === 0;
}

/** The package `debug`, as Socket.IO uses it: "%cengine.io-client:socket %c…". It tells of every packet, too. */
function isDebugOfFailure(text: string): boolean {
  const start = indexIn(text, "%c") === 0 ? 2 : 0;
  if (indexIn(text, "engine.io-client:") !== start && indexIn(text, "socket.io-client:") !== start) return false;
  return indexIn(text, "error") > 0 || indexIn(text, "close") > 0 || indexIn(text, "timeout") > 0;
}

function textOf(first: string, args: unknown[]): string {
  let text = cut(first, 0, LOGGED_CAP);
  for (let index = 1; index < args.length && text.length < LOGGED_CAP; index += 1) {
    const words = wordsOf(args[index]);
    if (words !== "" && indexIn(words, "color:") !== 0) text += ` ${cut(words, 0, LOGGED_CAP)}`;
  }
  return cut(text, 0, LOGGED_CAP);
}

/** Reads no property that the page could have made a getter, and asks nothing of what may be a proxy. */
function wordsOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return `${value}`;
  if (typeof value !== "object" || value === null) return "";
  try {
    return exceptionMessage(value);
  } catch {
    // no DOMException
  }
  if (!isError?.(value)) return "";
  const message: unknown = getOwnPropertyDescriptor(value, "message")?.value;
  return typeof message === "string" ? message : "";
}
