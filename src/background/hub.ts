import type { TrafficEvent } from "../core/traffic.js";
import { batches, type Message, type TypedPort } from "../messages.js";
import { createRecordings } from "./recordings.js";

interface Visitor {
  port: TypedPort;
  room: "recorder" | "panel";
  tab: number;
}

export interface Hub {
  /** Takes in a new port; it says who it is with its first message. */
  welcome(port: TypedPort): void;
  /** Adds what the worker itself saw in a tab. */
  record(tab: number, events: readonly TrafficEvent[]): void;
  /** Is a DevTools recorder at work in this tab? */
  hasRecorder(tab: number): boolean;
  /** Is DevTools open on any tab? */
  hasRecorders(): boolean;
  forget(tab: number): void;
}

/** Brings what recorders see to the panels of the same tab, and keeps it for panels that open later. */
export function createHub(recordersChanged: () => void): Hub {
  const visitors = new Set<Visitor>();
  const recordings = createRecordings();

  function send(tab: number, room: Visitor["room"], message: Message): void {
    for (const visitor of visitors) if (visitor.tab === tab && visitor.room === room) visitor.port.send(message);
  }

  /** What did not come from a recorder is given to it as well: DevTools lives longer than the worker. */
  function record(tab: number, events: readonly TrafficEvent[], isFromRecorder = false): void {
    const fresh = recordings.add(tab, events);
    if (fresh.length === 0) return;
    send(tab, "panel", { type: "events", events: fresh });
    if (!isFromRecorder) send(tab, "recorder", { type: "events", events: fresh });
  }

  function enter(visitor: Visitor): void {
    visitors.add(visitor);
    if (visitor.room === "recorder") recordersChanged();
    if (visitor.room !== "panel") return;
    for (const message of batches(recordings.of(visitor.tab))) visitor.port.send(message);
  }

  function take(visitor: Visitor, message: Message): void {
    if (message.type === "events") record(visitor.tab, message.events, visitor.room === "recorder");
    if (message.type === "refresh") send(visitor.tab, "recorder", message);
    if (message.type === "clear") {
      recordings.clear(visitor.tab);
      send(visitor.tab, "recorder", message);
      send(visitor.tab, "panel", message);
    }
  }

  return {
    welcome(port) {
      let visitor: Visitor | null = null;
      port.onMessage((message) => {
        if (message.type === "hello") {
          visitor = { port, room: message.room, tab: message.tab };
          enter(visitor);
        } else if (visitor) take(visitor, message);
      });
      port.onClosed(() => {
        if (visitor && visitors.delete(visitor) && visitor.room === "recorder") recordersChanged();
      });
    },
    record,
    hasRecorder: (tab) => [...visitors].some((visitor) => visitor.tab === tab && visitor.room === "recorder"),
    hasRecorders: () => [...visitors].some(({ room }) => room === "recorder"),
    forget: recordings.clear,
  };
}
