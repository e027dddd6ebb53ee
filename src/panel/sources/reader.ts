import type { TrafficEvent } from "../../core/traffic.js";
import script from "./reader.worker.ts?beside";

/** What the reader's worker tells of a file, in this order: how far it is, events in batches, the end. */
export type ReaderMessage =
  | { type: "events"; events: TrafficEvent[]; share: number }
  | { type: "read"; notes: string[] }
  | { type: "failed"; why: string };

/** Reads a file away from the panel's own thread. Returns how to stop it. */
export function startReader(file: File, prefix: string, tell: (message: ReaderMessage) => void): () => void {
  const worker = new Worker(script, { type: "module" });
  const stop = () => worker.terminate();
  worker.onmessage = ({ data }: MessageEvent<ReaderMessage>) => {
    if (data.type !== "events") stop();
    tell(data);
  };
  worker.onerror = (event) => {
    stop();
    tell({ type: "failed", why: event.message || "the reader stopped without a word; the file may be too large" });
  };
  worker.postMessage({ file, prefix });
  return stop;
}
