import { createBoundedLog } from "../core/event-log.js";
import type { TrafficEvent } from "../core/traffic.js";
import { batches, type Message } from "../messages.js";
import { createUnkept } from "./unkept.js";

interface Hub {
  send(message: Message): void;
}

/** Keeps the recording of one tab, and sees to it that the worker, whichever one is there, has it too. */
export interface Recorder {
  record(events: readonly TrafficEvent[], hub: Hub): void;
  /** A worker is there: the first one, or another after one that was stopped. */
  greet(hub: Hub): void;
  hear(message: Message, hub: Hub): void;
  /** What is only here when DevTools is closed, and may be kept. */
  leftOver(): TrafficEvent[];
}

export function createRecorder(tab: number): Recorder {
  let unkept = createUnkept();
  let recorded = createBoundedLog(undefined, unkept.forget);
  let batch = 0;
  /** After the first greeting: what the worker held before is then here, too. */
  let hasAll = false;

  function tell(events: readonly TrafficEvent[], hub: Hub): void {
    for (const message of batches(events)) {
      batch += 1;
      unkept.told(batch, message.events);
      hub.send({ ...message, batch });
    }
  }

  /** Events have ids, and count once. */
  function tellAgain(lost: ReadonlySet<string>, hub: Hub): void {
    if (lost.size === 0) return;
    tell(
      recorded.events().filter(({ id }) => lost.has(id)),
      hub,
    );
  }

  /** What cannot be seen is no less true for a new recording. */
  function startAnew(hub: Hub): void {
    const coverage = recorded.events().filter(({ kind }) => kind === "coverage");
    unkept = createUnkept();
    recorded = createBoundedLog(undefined, unkept.forget);
    tell(recorded.add(coverage), hub);
  }

  return {
    record: (events, hub) => tell(recorded.add(events), hub),
    leftOver: () => (unkept.mayBeKept ? recorded.events().filter(unkept.has) : []),
    greet(hub) {
      hub.send({ type: "hello", room: "recorder", tab, hasAll });
      tell(recorded.events().filter(unkept.has), hub);
      if (hasAll) hub.send({ type: "missed", ...recorded.dropped });
    },
    hear(message, hub) {
      if (message.type === "kept") tellAgain(unkept.kept(message.batch), hub);
      if (message.type === "events") recorded.add(message.events);
      if (message.type === "clear") startAnew(hub);
      if (message.type === "missed" && !hasAll) {
        hasAll = true;
        recorded.noteDropped(message);
      }
      if (message.type === "tell-all") {
        for (const all of batches(recorded.events())) hub.send(all);
        hub.send({ type: "missed", ...recorded.dropped });
      }
    },
  };
}
