import { MarkedEvent } from "../core/traffic.js";

/** What the recording's user had said of places that nothing gave away; what cannot be read is left out. */
export function readMarked(marked: unknown[], prefix: string): MarkedEvent[] {
  return marked.flatMap((each, index) => {
    const read = MarkedEvent.safeParse(each);
    return read.success ? [{ ...read.data, id: `${prefix}-marked-${index + 1}` }] : [];
  });
}
