import { messageOf } from "../core/said/lexicon/index.js";
import { SaidEvent } from "../core/traffic.js";

/** What clients' libraries logged, as our writer keeps it; what cannot be read, and ids that nobody knows, are left out. */
export function readLogged(events: unknown[], prefix: string): SaidEvent[] {
  return events.flatMap((event, index) => {
    const read = SaidEvent.safeParse({ ...(event ?? {}), id: `${prefix}-logged-${index + 1}` });
    if (!read.success || read.data.from !== "console") return [];
    return [{ ...read.data, messages: read.data.messages.filter((id) => messageOf(id) !== undefined), scene: [] }];
  });
}
