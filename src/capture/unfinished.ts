import { ExchangeEvent } from "../core/traffic.js";

/** Requests that are under way, kept for the worker that comes after this one. */
export interface Unfinished {
  of(request: Request): Promise<ExchangeEvent | null>;
  keep(request: Request, event: ExchangeEvent): void;
  forget(request: Request): void;
  /** What earlier workers kept of requests whose end none of them was told of. */
  left(): Promise<Left[]>;
}

interface Request {
  tabId: number;
  requestId: string;
}

interface Left extends Request {
  event: ExchangeEvent;
}

/** The part of `browser.storage.session` that is used. */
interface Store {
  /** As it was when this worker started. */
  get(): Promise<Record<string, unknown>>;
  one(key: string): Promise<unknown>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

const PREFIX = "request";
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

  function forget(key: string): void {
    if (kept.delete(key)) inTurn(() => store.remove([key]));
  }

  function forgetOldest(): void {
    const [oldest] = kept;
    if (kept.size > KEPT && oldest !== undefined) forget(oldest);
  }

  return {
    /** Only this one is read: the whole store takes long, and the worker may be stopped meanwhile. */
    of: async (request) => ExchangeEvent.safeParse(await store.one(keyOf(request))).data ?? null,
    keep(request, event) {
      const key = keyOf(request);
      kept.add(key);
      inTurn(() => store.set({ [key]: event }));
      forgetOldest();
    },
    forget: (request) => forget(keyOf(request)),
    async left() {
      return Object.entries(await store.get()).flatMap(([key, value]) => {
        const [prefix, tab, ...id] = key.split(".");
        const event = prefix === PREFIX ? ExchangeEvent.safeParse(value) : null;
        if (!event?.success) return [];
        kept.add(key);
        forgetOldest();
        return { tabId: Number(tab), requestId: id.join("."), event: event.data };
      });
    },
  };
}

function keyOf({ tabId, requestId }: Request): string {
  return `${PREFIX}.${tabId}.${requestId}`;
}
