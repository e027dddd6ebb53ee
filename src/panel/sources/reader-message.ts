import type { TrafficEvent } from "../../core/traffic.js";

/** Nobody can tell how far these are: the browser does each in one go. */
export type Step = "loading" | "parsing";

/** What the reader's worker tells of a file, in this order: its steps, events in batches with how far they are, the end. */
export type ReaderMessage =
  | { type: "step"; step: Step }
  | { type: "events"; events: TrafficEvent[]; share: number }
  | { type: "read"; notes: string[] }
  | { type: "failed"; why: string };
