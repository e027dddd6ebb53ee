import { ExchangeEvent } from "../core/traffic.js";

/** Requests that are under way, kept for the worker that comes after this one. */
export interface Unfinished {
  of(request: string): Promise<ExchangeEvent | null>;
  keep(request: string, event: ExchangeEvent): void;
  forget(request: string): void;
}

/** The part of `browser.storage.session` that is used. */
interface Store {
  get(): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

const PREFIX = "request.";
/** Requests that never end (their tab was closed, the network lost) must not fill the store. */
const KEPT = 300;

export function createUnfinished(store: Store): Unfinished {
  const kept = new Set<string>();
  const earlier = takeOver().catch((error: unknown) => {
    console.warn("Handshake Triage: requests under way could not be read back", error);
    return new Map<string, ExchangeEvent>();
  });
  let turn: Promise<unknown> = earlier;

  async function takeOver(): Promise<Map<string, ExchangeEvent>> {
    const found = new Map<string, ExchangeEvent>();
    for (const [key, value] of Object.entries(await store.get())) {
      const event = key.startsWith(PREFIX) ? ExchangeEvent.safeParse(value).data : undefined;
      if (!event) continue;
      found.set(key.slice(PREFIX.length), event);
      kept.add(key.slice(PREFIX.length));
    }
    return found;
  }

  /** What the store has no room for is known as long as this worker lives. */
  function inTurn(step: () => Promise<void>): void {
    turn = turn.then(step).catch((error: unknown) => {
      console.warn("Handshake Triage: a request under way could not be kept", error);
    });
  }

  function forget(request: string): void {
    if (kept.delete(request)) inTurn(() => store.remove([PREFIX + request]));
  }

  return {
    of: async (request) => (await earlier).get(request) ?? null,
    keep(request, event) {
      kept.add(request);
      inTurn(() => store.set({ [PREFIX + request]: event }));
      const [oldest] = kept;
      if (kept.size > KEPT && oldest !== undefined) forget(oldest);
    },
    forget,
  };
}
