import { BadInput } from "../har/bad-input.js";

/** Text in the encoding that its byte order mark names; UTF-8 without one. */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch (error) {
    throw new BadInput(`too large to be read at once (${error instanceof Error ? error.message : String(error)})`);
  }
}
