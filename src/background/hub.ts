import type { TrafficEvent } from "../core/traffic.js";
import { batches, type Message, type TypedPort } from "../messages.js";
import { createRecordings } from "./recordings.js";
import type { Shelf } from "./shelf.js";

interface Visitor {
  port: TypedPort;
  room: "recorder" | "panel";
  tab: number;
  since: number;
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
  /** Is a DevTools recorder at work in this tab? */
  hasRecorder(tab: number): boolean;
  /** Is DevTools open on any tab? */
  hasRecorders(): boolean;
  /** The tabs that DevTools is open on. */
  recordedTabs(): number[];
  /** Since when this worker has known of a recorder in the tab; null where there is none. */
  recorderSince(tab: number): number | null;
  /** Is anything recorded of this tab? */
  holds(tab: number): Promise<boolean>;
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
  /** One after the other, and nothing before what an earlier worker has kept is back. */
  let turn: Promise<void> = takeBack().catch((error: unknown) => {
    console.error("Handshake Triage: what an earlier worker had recorded could not be read", error);
  });

  async function takeBack(): Promise<void> {
    for (const { tab, events, dropped } of await shelf.load()) {
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
  async function take(tab: number, events: readonly TrafficEvent[], isFromRecorder: boolean): Promise<void> {
    const fresh = closed.has(tab) ? [] : recordings.add(tab, events);
    if (fresh.length === 0) return;
    send(tab, "panel", { type: "events", events: fresh });
    if (!isFromRecorder) send(tab, "recorder", { type: "events", events: fresh });
    changed(tab, fresh);
    if (!(await isPrivate(tab))) shelf.put(tab, fresh);
  }

  function enter({ port, tab }: Visitor): void {
    for (const message of batches(recordings.of(tab))) port.send(message);
    port.send({ type: "missed", ...recordings.dropped(tab) });
  }

  function read(visitor: Visitor, message: Message): void | Promise<void> {
    const { tab, room } = visitor;
    if (message.type === "events") return take(tab, message.events, room === "recorder");
    if (message.type === "missed") {
      const { frames, others } = message;
      recordings.setDropped(tab, { frames, others });
      shelf.setDropped(tab, { frames, others });
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
          const newcomer = { port, room: message.room, tab: message.tab, since: Date.now() };
          visitor = newcomer;
          visitors.add(newcomer);
          if (message.room === "recorder") recordersChanged();
          if (!message.hasAll) void inTurn(() => enter(newcomer));
          return;
        }
        const sender = visitor;
        if (sender) void inTurn(() => read(sender, message));
      });
      port.onClosed(() => {
        if (visitor && visitors.delete(visitor) && visitor.room === "recorder") recordersChanged();
      });
    },
    record: (tab, events) => inTurn(() => take(tab, events, false)),
    hasRecorder: (tab) => recorders().some((visitor) => visitor.tab === tab),
    hasRecorders: () => recorders().length > 0,
    recordedTabs: () => recorders().map(({ tab }) => tab),
    recorderSince: (tab) => recorders().find((visitor) => visitor.tab === tab)?.since ?? null,
    async holds(tab) {
      await turn;
      return recordings.size(tab).events > 0;
    },
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
