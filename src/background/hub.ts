import type { TrafficEvent } from "../core/traffic.js";
import { batches, type Message, type TypedPort } from "../messages.js";
import { createRecordings } from "./recordings.js";
import type { Shelf } from "./shelf.js";

interface Visitor {
  port: TypedPort;
  room: "recorder" | "panel";
  tab: number;
  since: number;
  /** A panel that a recorder is yet to tell how much is missing. */
  waits: boolean;
}

export interface HubNeeds {
  shelf: Shelf;
  /** Private windows are recorded while DevTools is open on them, but never put on the shelf. */
  isPrivate(tab: number): Promise<boolean>;
  recordersChanged(): void;
  /** An earlier worker had recorded this. */
  restored(tab: number, events: readonly TrafficEvent[]): void;
  changed(tab: number, fresh: readonly TrafficEvent[]): void;
  cleared(tab: number): void;
}

export interface Hub {
  /** Takes in a new port; it says who it is with its first message. */
  welcome(port: TypedPort): void;
  /** Adds what the worker itself saw in a tab; done when everybody has it who is to have it. */
  record(tab: number, events: readonly TrafficEvent[]): Promise<void>;
  /** The same, where anything has been recorded of the tab. */
  recordMore(tab: number, events: readonly TrafficEvent[]): Promise<void>;
  /** Is DevTools open on any tab? */
  hasRecorders(): boolean;
  /** The tabs that DevTools is open on. */
  recordedTabs(): number[];
  /** Since when this worker has known of a recorder in the tab; null where there is none. */
  recorderSince(tab: number): number | null;
  holdsAnything(): boolean;
  /** The browser gave the tab another number, as it does when it discards one. */
  move(from: number, to: number): void;
  /** The tab was closed: whatever still comes of it is nobody's any more. */
  close(tab: number): void;
  /** Tabs may have been closed that nobody told this worker of. */
  keepOnly(tabs: readonly number[]): void;
}

/** Brings what recorders see to the panels of the same tab, and keeps it for panels that open later. */
export function createHub({ shelf, isPrivate, recordersChanged, restored, changed, cleared }: HubNeeds): Hub {
  const visitors = new Set<Visitor>();
  const recordings = createRecordings();
  const closed = new Set<number>();
  /** Ids of what an earlier worker has told the panels. */
  const toldBefore = new Set<string>();
  /** One after the other, and nothing before what an earlier worker has kept is back. */
  let turn: Promise<void> = takeBack().catch((error: unknown) => {
    console.error("Handshake Triage: what an earlier worker had recorded could not be read", error);
  });

  async function takeBack(): Promise<void> {
    for (const { tab, events, dropped, told } of await shelf.load()) {
      for (const id of told) toldBefore.add(id);
      restored(tab, recordings.add(tab, events));
      recordings.setDropped(tab, dropped);
    }
  }

  function inTurn(step: () => void | Promise<void>): Promise<void> {
    turn = turn
      .then(step)
      .catch((error: unknown) => console.error("Handshake Triage: a part of the recording was lost", error));
    return turn;
  }

  function recorders(): Visitor[] {
    return [...visitors].filter(({ room }) => room === "recorder");
  }

  function send(tab: number, room: Visitor["room"], message: Message): void {
    for (const visitor of visitors) if (visitor.tab === tab && visitor.room === room) visitor.port.send(message);
  }

  /** What did not come from a recorder is given to it as well: DevTools lives longer than the worker. */
  async function take(tab: number, events: readonly TrafficEvent[], recorder?: TypedPort, batch?: number) {
    const fresh = closed.has(tab) ? [] : recordings.add(tab, events);
    if (fresh.length > 0) {
      send(tab, "panel", { type: "events", events: fresh });
      if (!recorder) send(tab, "recorder", { type: "events", events: fresh });
      changed(tab, fresh);
    }
    if (await isPrivate(tab)) return;
    const written = shelf.put(tab, fresh);
    if (recorder && batch !== undefined) void written.then(() => recorder.send({ type: "kept", batch }));
  }

  /** What an earlier worker had kept may be less than what the recorder has; a panel of that time has it all. */
  function enter(newcomer: Visitor, hasAll: boolean): void {
    const { port, tab, room } = newcomer;
    if (room === "recorder" && hasAll) return;
    const news = hasAll ? recordings.of(tab).filter(({ id }) => !toldBefore.has(id)) : recordings.of(tab);
    for (const message of batches(news)) port.send(message);
    newcomer.waits = room === "panel" && !hasAll && recorders().some((each) => each.tab === tab);
    if (newcomer.waits) send(tab, "recorder", { type: "tell-all" });
    else port.send({ type: "missed", ...recordings.dropped(tab) });
  }

  /** The recorder has told all, or has gone. */
  function endWait(tab: number): void {
    for (const visitor of visitors) {
      if (visitor.tab !== tab || !visitor.waits) continue;
      visitor.waits = false;
      visitor.port.send({ type: "missed", ...recordings.dropped(tab) });
    }
  }

  function read({ tab, room, port }: Visitor, message: Message): void | Promise<void> {
    if (message.type === "events")
      return take(tab, message.events, room === "recorder" ? port : undefined, message.batch);
    if (message.type === "missed") {
      const { frames, others } = message;
      recordings.setDropped(tab, { frames, others });
      shelf.setDropped(tab, { frames, others });
      endWait(tab);
    }
    if (message.type === "refresh") send(tab, "recorder", message);
    if (message.type === "clear") {
      forget(tab);
      send(tab, "recorder", message);
      send(tab, "panel", message);
    }
  }

  function forget(tab: number): void {
    recordings.clear(tab);
    shelf.clear(tab);
    cleared(tab);
  }

  return {
    welcome(port) {
      let visitor: Visitor | null = null;
      port.onMessage((message) => {
        if (message.type === "hello") {
          const { room, tab, hasAll = false } = message;
          const newcomer = { port, room, tab, since: Date.now(), waits: false };
          visitor = newcomer;
          visitors.add(newcomer);
          if (room === "recorder") recordersChanged();
          void inTurn(() => enter(newcomer, hasAll));
          return;
        }
        const sender = visitor;
        if (sender) void inTurn(() => read(sender, message));
      });
      port.onClosed(() => {
        if (!visitor || !visitors.delete(visitor) || visitor.room !== "recorder") return;
        endWait(visitor.tab);
        recordersChanged();
      });
    },
    record: (tab, events) => inTurn(() => take(tab, events)),
    recordMore: (tab, events) => inTurn(() => (recordings.size(tab).events > 0 ? take(tab, events) : undefined)),
    hasRecorders: () => recorders().length > 0,
    recordedTabs: () => recorders().map(({ tab }) => tab),
    recorderSince: (tab) => recorders().find((visitor) => visitor.tab === tab)?.since ?? null,
    holdsAnything: () => recordings.tabs().some((tab) => recordings.size(tab).events > 0),
    move(from, to) {
      void inTurn(() => {
        recordings.move(from, to);
        shelf.move(from, to);
        cleared(from);
        restored(to, recordings.of(to));
      });
    },
    close(tab) {
      closed.add(tab);
      void inTurn(() => forget(tab));
    },
    keepOnly: (tabs) =>
      void inTurn(() =>
        recordings
          .tabs()
          .filter((tab) => !tabs.includes(tab))
          .forEach(forget),
      ),
  };
}
