import { eventsFromText } from "../../capture/text/events-from-text.js";
import type { TrafficEvent } from "../../core/traffic.js";
import { BadInput } from "../../har/bad-input.js";
import { readHar } from "../../har/read.js";
import { words } from "../words.js";

interface ReadFile {
  events: TrafficEvent[];
  notes: string[];
}

/**
 * A recording (HAR, or a report of ours), or else a log: people drop either. Event ids start with the prefix.
 * @throws BadInput on what is neither, in the words for a HAR
 */
export function readFile(name: string, text: string, prefix: string): ReadFile {
  try {
    return readHar(text, prefix);
  } catch (error) {
    if (!(error instanceof BadInput) || /\.(?:har|html?)$/i.test(name)) throw error;
    const said = eventsFromText(text, { prefix, at: Date.now() });
    if (said.events.length > 0) return said;
    throw new BadInput(words.fault.noLog(error.message));
  }
}
