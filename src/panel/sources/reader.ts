import { words } from "../words.js";
import script from "./reader.worker.ts?beside";
import type { ReaderMessage } from "./reader-message.js";

/** Reads a file away from the panel's own thread. Returns how to stop it. */
export function startReader(file: File, prefix: string, tell: (message: ReaderMessage) => void): () => void {
  const worker = new Worker(script, { type: "module" });
  const stop = () => worker.terminate();
  worker.onmessage = ({ data }: MessageEvent<ReaderMessage>) => {
    if (data.type === "read" || data.type === "failed") stop();
    tell(data);
  };
  worker.onerror = (event) => {
    stop();
    tell({ type: "failed", why: event.message || words.fault.readerStopped });
  };
  worker.postMessage({ file, prefix });
  return stop;
}
