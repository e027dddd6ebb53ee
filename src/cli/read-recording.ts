import type { TrafficEvent } from "../core/traffic.js";
import { BadInput } from "../har/bad-input.js";
import { readHar } from "../har/read.js";
import { unpack } from "../har/unpack.js";
import type { Shell } from "./shell.js";

/** Reads one file; what the reader of a report should know about it goes to standard error. Ids start with the prefix. */
export async function readRecording(file: string, prefix: string, shell: Shell): Promise<TrafficEvent[]> {
  const bytes = await shell.read(file);
  try {
    const { text, notes: ofFile } = await unpack(bytes);
    const { events, notes } = readHar(text, prefix);
    for (const note of [...ofFile, ...notes]) shell.complain(`${file}: ${note}\n`);
    return events;
  } catch (error) {
    throw error instanceof BadInput ? new BadInput(`${nameOf(file)}: ${error.message}`) : error;
  }
}

function nameOf(file: string): string {
  return file === "-" ? "standard input" : file;
}
