import type { Readable } from "node:stream";

/** More than a text can have, in any encoding. */
const MOST_MIB = 1024;

/** All that comes, unless it is more than can be read at once: then it is let go, and said. */
export async function readUpTo(source: Readable, mostMib = MOST_MIB): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of source as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > mostMib * 1024 * 1024)
      throw new Error(`it goes on after ${mostMib} MiB, which is too large to be read at once`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
