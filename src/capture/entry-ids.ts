import { EARLIEST_MS } from "./devtools-answers.js";

/** Names DevTools' entries: an open socket's entry and the one that comes when it ends are one exchange. */
export interface EntryIds {
  of(entry: object, hasEnded: boolean): string;
  hasEnded(entry: object): boolean;
  /** Was it named before? */
  has(entry: object): boolean;
  /** An id for an event that is no entry. */
  next(): string;
}

interface Named {
  id: string;
  hasEnded: boolean;
}

export function createEntryIds(): EntryIds {
  const prefix = `devtools-${Date.now().toString(36)}`;
  const byKey = new Map<string, Named>();
  let count = 0;
  const next = () => {
    count += 1;
    return `${prefix}-${count}`;
  };
  return {
    of(entry, hasEnded) {
      const key = keyOf(entry);
      const known = byKey.get(key);
      if (known && !(known.hasEnded && hasEnded)) {
        known.hasEnded ||= hasEnded;
        return known.id;
      }
      const named = { id: next(), hasEnded };
      byKey.set(key, named);
      return named.id;
    },
    hasEnded: (entry) => byKey.get(keyOf(entry))?.hasEnded ?? false,
    has: (entry) => byKey.has(keyOf(entry)),
    next,
  };
}

export function isSameEntry(one: object, other: object): boolean {
  return keyOf(one) === keyOf(other);
}

interface SameEntries {
  put(entry: object): void;
  has(entry: object): boolean;
  takeOut(entry: object): boolean;
}

/** Entries that DevTools tells of more than once, by its word or in its log. */
export function createSameEntries(): SameEntries {
  const keys = new Set<string>();
  return {
    put: (entry) => void keys.add(keyOf(entry)),
    has: (entry) => keys.has(keyOf(entry)),
    takeOut: (entry) => keys.delete(keyOf(entry)),
  };
}

/** DevTools gives entries no identity of their own; start, method and URL are the same each time it tells of one. */
function keyOf(entry: object): string {
  const { request } = entry as { request?: { method?: unknown; url?: unknown } };
  const url = String(request?.url);
  return `${startOf(entry)} ${String(request?.method)} ${url.length} ${url.slice(0, LONGEST_URL)}`;
}

/** A key is kept of every request; an image in a `data:` URL is one, too. */
const LONGEST_URL = 2000;

/** Sockets that never got as far as a request have one start in Chromium, all of them; what was said of each has a time. */
function startOf(entry: object): string {
  const { startedDateTime, _webSocketMessages: messages } = entry as {
    startedDateTime?: unknown;
    _webSocketMessages?: unknown;
  };
  const start = String(startedDateTime);
  if (!Array.isArray(messages) || !(Date.parse(start) < EARLIEST_MS)) return start;
  const [first] = messages as { time?: unknown }[];
  return `${start} ${String(first?.time)}`;
}
