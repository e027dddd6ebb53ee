import { eventsFromText } from "../capture/text/events-from-text.js";
import type { TrafficEvent } from "../core/traffic.js";
import { BadInput } from "../har/bad-input.js";
import { looksLikeHar } from "../har/looks-like-har.js";
import { type HarReading, readHar } from "../har/read.js";
import { unpack } from "../har/unpack.js";
import type { Shell } from "./shell.js";

/** Reads one file; what the reader of a report should know about it goes to standard error. Ids start with the prefix. */
export async function readRecording(file: string, prefix: string, shell: Shell): Promise<TrafficEvent[]> {
  const bytes = await shell.read(file);
  try {
    const { text, notes: ofFile } = await unpack(bytes);
    const { events, notes } = readHarOrHint(text, prefix);
    for (const note of [...ofFile, ...notes]) shell.complain(`${nameOf(file)}: ${note}\n`);
    return events;
  } catch (error) {
    throw error instanceof BadInput ? new BadInput(`${nameOf(file)}: ${error.message}`) : error;
  }
}

/** Who gives a log in place of a HAR is told where logs go. */
function readHarOrHint(text: string, prefix: string): HarReading {
  try {
    return readHar(text, prefix);
  } catch (error) {
    const mayBeLog = error instanceof BadInput && !looksLikeHar(text);
    const isLog = mayBeLog && eventsFromText(text).events.some((event) => event.protocol !== null);
    throw isLog ? new BadInput(`${error.message} For a log there are explain, and --log beside a HAR.`) : error;
  }
}

export function nameOf(file: string): string {
  return file === "-" ? "standard input" : file;
}
