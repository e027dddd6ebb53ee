/** Names DevTools' entries: an open socket's entry and the one that comes when it ends are one exchange. */
export interface EntryIds {
  of(entry: object, hasEnded: boolean): string;
  hasEnded(entry: object): boolean;
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
    next,
  };
}

export function isSameEntry(one: object, other: object): boolean {
  return keyOf(one) === keyOf(other);
}

/** Entries that were taken before DevTools may tell of them again. */
export function createSameEntries(): { put(entry: object): void; takeOut(entry: object): boolean } {
  const keys = new Set<string>();
  return {
    put: (entry) => void keys.add(keyOf(entry)),
    takeOut: (entry) => keys.delete(keyOf(entry)),
  };
}

/** DevTools gives entries no identity of their own; start, method and URL are the same each time it tells of one. */
function keyOf(entry: object): string {
  const { startedDateTime, request } = entry as {
    startedDateTime?: unknown;
    request?: { method?: unknown; url?: unknown };
  };
  return `${String(startedDateTime)} ${String(request?.method)} ${String(request?.url)}`;
}
