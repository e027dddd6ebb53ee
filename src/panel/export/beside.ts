import type { TrafficEvent } from "../../core/traffic.js";
import { words } from "../words.js";
import script from "./export.worker.ts?beside";
import type { FromExporter, ToExporter } from "./exporter-messages.js";

interface Given {
  events: readonly TrafficEvent[];
  /** Ends the work, wherever it is; what was promised then never comes. */
  signal: AbortSignal;
  tell?: (share: number) => void;
}

/** Few enough that the page answers between two batches. */
const BATCH = 500;

/** What handing the recording over takes of the whole. */
const HANDED_OVER = 0.3;

/** Has an export made away from the panel's own thread. Fails with the exporter's own words. */
export function exportBeside(
  task: Exclude<ToExporter, { type: "events" }>,
  { events, signal, tell }: Given,
): Promise<Exclude<FromExporter, { type: "progress" | "failed" }>> {
  const worker = new Worker(script, { type: "module" });
  return new Promise((made, failed) => {
    const end = () => worker.terminate();
    signal.addEventListener("abort", end, { once: true });
    worker.onmessage = ({ data }: MessageEvent<FromExporter>) => {
      if (data.type === "progress") return tell?.(data.share);
      end();
      if (data.type === "failed") failed(new Error(data.why));
      else made(data);
    };
    const fail = (why: string) => {
      end();
      failed(new Error(why));
    };
    worker.onerror = ({ message }) => fail(message || words.fault.exporterStopped);
    worker.onmessageerror = () => fail(words.fault.exportTooLarge);
    handOver(worker, events, signal, tell).then(
      () => worker.postMessage(task),
      (error: unknown) => fail(words.fault.notHandedOver(error instanceof Error ? error.message : String(error))),
    );
  });
}

/** In batches, with the page's own work in between: all at once would stop it while everything is copied. */
async function handOver(
  worker: Worker,
  events: readonly TrafficEvent[],
  signal: AbortSignal,
  tell: Given["tell"],
): Promise<void> {
  for (let done = 0; done < events.length && !signal.aborted; done += BATCH) {
    worker.postMessage({ type: "events", events: events.slice(done, done + BATCH) } satisfies ToExporter);
    tell?.((HANDED_OVER * done) / events.length);
    await new Promise((next) => setTimeout(next));
  }
}
