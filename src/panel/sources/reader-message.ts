import type { TrafficEvent } from "../../core/traffic.js";

/** What the reader's worker tells of a file, in this order: how far it is, events in batches, the end. */
export type ReaderMessage =
  | { type: "events"; events: TrafficEvent[]; share: number }
  | { type: "read"; notes: string[] }
  | { type: "failed"; why: string };
