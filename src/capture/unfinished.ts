import { ExchangeEvent } from "../core/traffic.js";

/** Requests that are under way, kept for the worker that comes after this one. */
export interface Unfinished {
  of(request: string): Promise<ExchangeEvent | null>;
  keep(request: string, event: ExchangeEvent): void;
  forget(request: string): void;
}

/** The part of `browser.storage.session` that is used. */
interface Store {
  one(key: string): Promise<unknown>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

const PREFIX = "request.";
/** Requests that never end (their tab was closed, the network lost) must not fill the store. */
const KEPT = 300;

export function createUnfinished(store: Store): Unfinished {
  const kept = new Set<string>();
  let turn: Promise<unknown> = Promise.resolve();

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
    /** Only this one is read: the whole store takes long, and the worker may be stopped meanwhile. */
    of: async (request) => ExchangeEvent.safeParse(await store.one(PREFIX + request)).data ?? null,
    keep(request, event) {
      kept.add(request);
      inTurn(() => store.set({ [PREFIX + request]: event }));
      const [oldest] = kept;
      if (kept.size > KEPT && oldest !== undefined) forget(oldest);
    },
    forget,
  };
}
