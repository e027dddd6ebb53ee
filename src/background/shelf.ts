import { chunkAt, shelfKey, shelved } from "../capture/shelf-chunk.js";
import { type Dropped, weightOf } from "../core/event-log.js";
import type { TrafficEvent } from "../core/traffic.js";
import { createRecordings, type Limits } from "./recordings.js";

/** The part of `browser.storage.session` that is used: in memory, gone with the browser, kept when the worker is stopped. */
export interface SessionStore {
  get(): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** Keeps recordings over the worker's end. */
export interface Shelf {
  /** What an earlier worker had put here. Called once, before anything is put. */
  load(): Promise<Kept[]>;
  /** Written this very moment, before anything else is read or known; to be put as well. */
  note(tab: number, events: readonly TrafficEvent[]): void;
  /** Requests are written at once, messages in bundles. Done when they are written; never where there was no room. */
  put(tab: number, events: readonly TrafficEvent[]): Promise<void>;
  /** The tab's recording was already incomplete when it came here. */
  setDropped(tab: number, dropped: Dropped): void;
  move(from: number, to: number): void;
  clear(tab: number): void;
  /** Everything that was put has been written. */
  idle(): Promise<void>;
}

interface Kept {
  tab: number;
  events: readonly TrafficEvent[];
  /** So much more there was, for which there was no room. */
  dropped: Dropped;
  /** Of these the panels that were open then have surely heard. */
  told: ReadonlySet<string>;
}

/** The browser's quota is 10 MiB for everything of an extension. */
const ON_SHELF: Limits = {
  perTab: { events: 20_000, bytes: 3_000_000 },
  overall: { events: 50_000, bytes: 7_000_000 },
};

const MESSAGES_EVERY_MS = 500;
/** A tab's chunks are written anew when this much of them has been dropped since, or when they are too many. */
const WASTE = 0.25;
const SMALL_WASTE = 100_000;
const CHUNKS = 200;

/** What a worker told a panel right before it was stopped may never have arrived. */
const SURELY_TOLD_MS = 10_000;

/** What the store holds for one tab: an append-only row of chunks. */
interface Row {
  tab: number;
  keys: string[];
  bytes: number;
  waiting: TrafficEvent[];
  /** Whoever put it, and is to hear that it is written. */
  unheard: (() => void)[];
  /** Keys of what was noted and not yet put, by the event's id: nothing else holds it yet. */
  noted: Map<string, string>;
  /** The browser had no room for all of it: what is missing is put as soon as there is. */
  isLacking: boolean;
}

export function createShelf(store: SessionStore, limits: Limits = ON_SHELF): Shelf {
  const kept = createRecordings(limits);
  const rows = new Map<number, Row>();
  let written = 0;
  let turn: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | null = null;

  function rowOf(tab: number): Row {
    const row = rows.get(tab) ?? emptyRow(tab);
    rows.set(tab, row);
    return row;
  }

  async function load(): Promise<Kept[]> {
    const items = Object.entries(await store.get());
    // What this worker has noted in the meantime is not known before it is put.
    const noted = new Set([...rows.values()].flatMap((row) => [...row.noted.values()]));
    const chunks = items.flatMap(([key, value]) => (noted.has(key) ? [] : (chunkAt(key, value) ?? [])));
    chunks.sort((one, other) => one.nth - other.nth);
    const surely = Date.now() - SURELY_TOLD_MS;
    const told = new Set(
      chunks.flatMap(({ events, dropped, nth }) => (dropped && nth < surely ? events.map(({ id }) => id) : [])),
    );
    for (const { key, tab, nth, events, dropped } of chunks) {
      const row = rowOf(tab);
      row.keys.push(key);
      row.bytes += weigh(events);
      written = Math.max(written, nth);
      kept.add(tab, events);
      if (dropped) kept.setDropped(tab, dropped);
    }
    // At least one event each.
    for (const { tab, isUnreadable } of chunks) if (isUnreadable) kept.dropped(tab).others += 1;
    return kept.tabs().map((tab) => ({ tab, events: kept.of(tab), dropped: { ...kept.dropped(tab) }, told }));
  }

  function put(tab: number, events: readonly TrafficEvent[]): Promise<void> {
    const fresh = kept.add(tab, events);
    const row = rowOf(tab);
    for (const event of fresh) row.waiting.push(event);
    for (const event of events) endNote(row, event);
    const written = new Promise<void>((resolve) => row.unheard.push(resolve));
    if (fresh.some(({ kind }) => kind !== "frame")) flush();
    else timer ??= setTimeout(flush, MESSAGES_EVERY_MS);
    return written;
  }

  function flush(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    for (const row of rows.values()) inTurn(() => writeRow(row));
  }

  function inTurn(step: () => Promise<void>): void {
    turn = turn.then(step).catch((error: unknown) => {
      console.warn("Handshake Triage: the browser refused to keep a part of the recording", error);
    });
  }

  async function writeRow(row: Row): Promise<void> {
    const { waiting, unheard } = row;
    row.waiting = [];
    row.unheard = [];
    const isWritten = waiting.length === 0 || (await write(row, waiting));
    if (!isWritten || row.isLacking || isWasteful(row)) await rewrite(row);
    for (const tell of unheard) tell();
  }

  function isWasteful({ tab, bytes, keys }: Row): boolean {
    return bytes > kept.size(tab).bytes * (1 + WASTE) + SMALL_WASTE || keys.length > CHUNKS;
  }

  /** By the time, so that a worker that has not read the store yet writes what comes after it. */
  function nextKey(tab: number): string {
    written = Math.max(written + 1, Date.now());
    return shelfKey(tab, written);
  }

  function note(tab: number, events: readonly TrafficEvent[]): void {
    const key = nextKey(tab);
    for (const { id } of events) rowOf(tab).noted.set(id, key);
    // Refused for lack of room, it is put all the same, which makes some.
    store.set(shelved(key, { events })).catch(() => undefined);
  }

  /** From here on it is in `waiting` or in a chunk, and may go when all are written anew. */
  function endNote(row: Row, event: TrafficEvent): void {
    const key = row.noted.get(event.id);
    if (key === undefined) return;
    row.noted.delete(event.id);
    row.keys.push(key);
    row.bytes += weightOf(event);
  }

  /** False where the browser has no room; whatever fills it, the caller makes some. */
  async function write(row: Row, events: readonly TrafficEvent[], dropped = kept.dropped(row.tab)): Promise<boolean> {
    const key = nextKey(row.tab);
    try {
      await store.set(shelved(key, { events, dropped }));
    } catch {
      return false;
    }
    row.keys.push(key);
    row.bytes += weigh(events);
    return true;
  }

  /** First the new chunk, then the old ones go: stopped in between, the next worker finds events twice, which count once. */
  async function rewrite(row: Row): Promise<void> {
    const old = row.keys;
    const events = kept.of(row.tab);
    row.keys = [];
    row.bytes = 0;
    const isWritten = await write(row, events);
    await store.remove(old);
    row.isLacking = !(isWritten || (await write(row, events)));
    if (!row.isLacking) return;
    const others = events.filter(({ kind }) => kind !== "frame");
    const { frames, others: before } = kept.dropped(row.tab);
    const withoutFrames = { frames: frames + events.length - others.length, others: before };
    if (await write(row, others, withoutFrames)) return;
    // The next worker says at least how much it lacks.
    await write(row, [], { frames: withoutFrames.frames, others: before + others.length });
    throw new Error(`no room for ${events.length} events of one tab`);
  }

  function clear(tab: number): void {
    kept.clear(tab);
    const row = rows.get(tab);
    rows.delete(tab);
    if (!row) return;
    inTurn(async () => {
      for (const tell of row.unheard) tell();
      await store.remove([...row.keys, ...row.noted.values()]);
    });
  }

  return {
    load,
    note,
    put,
    setDropped: kept.setDropped,
    move(from, to) {
      const events = kept.of(from);
      const dropped = { ...kept.dropped(from) };
      clear(from);
      kept.setDropped(to, dropped);
      void put(to, events);
    },
    clear,
    async idle() {
      flush();
      await turn;
    },
  };
}

function emptyRow(tab: number): Row {
  return { tab, keys: [], bytes: 0, waiting: [], unheard: [], noted: new Map(), isLacking: false };
}

function weigh(events: readonly TrafficEvent[]): number {
  return events.reduce((sum, event) => sum + weightOf(event), 0);
}
