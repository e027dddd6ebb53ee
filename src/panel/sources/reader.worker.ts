import type { TrafficEvent } from "../../core/traffic.js";
import { BadInput } from "../../har/bad-input.js";
import { unpack } from "../../har/unpack.js";
import { words } from "../words.js";
import { readFile } from "./read-file.js";
import type { ReaderMessage } from "./reader-message.js";

/** Few enough that the panel can take a batch between two frames. */
const BATCH = 400;

addEventListener(
  "message",
  ({ data }: MessageEvent<{ file: File; prefix: string }>) => void read(data.file, data.prefix),
);

async function read(file: File, prefix: string): Promise<void> {
  try {
    tell({ type: "step", step: "loading" });
    const { text, notes: ofFile } = await unpack(new Uint8Array(await file.arrayBuffer()));
    tell({ type: "step", step: "parsing" });
    const { events, notes } = readFile(file.name, text, prefix);
    for (const batch of batches(events)) tell(batch);
    tell({ type: "read", notes: [...ofFile, ...notes] });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    tell({ type: "failed", why: error instanceof BadInput ? why : words.fault.unreadable(why) });
  }
}

function* batches(events: readonly TrafficEvent[]): Generator<ReaderMessage> {
  for (let done = 0; done < events.length; done += BATCH) {
    const batch = events.slice(done, done + BATCH);
    yield { type: "events", events: batch, share: (done + batch.length) / events.length };
  }
}

function tell(message: ReaderMessage): void {
  postMessage(message);
}
