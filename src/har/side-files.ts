import { BadInput } from "./bad-input.js";
import { fieldsOf } from "./fields.js";

/** Bodies of handshakes, polls and refusals are short. */
export const LONGEST_BODY = 1024 * 1024;
/** No more than so much is read together, whatever the HAR names: one small file of an archive may be named a thousand times. */
export const MOST_TOGETHER = 64 * LONGEST_BODY;

type Read = (name: string) => Promise<Uint8Array | null>;

/** A body that stands in a file of its own. */
interface Body {
  _file: string;
  text?: undefined;
}

/** Playwright puts bodies into files of their own beside the HAR (`content: "attach"`): here they come back into it. */
export async function withSideFiles(text: string, read: Read): Promise<string> {
  if (!/"_file"\s*:/.test(text)) return text;
  const har = parsed(text);
  let room = MOST_TOGETHER;
  for (const body of bodiesIn(har).filter(isBody)) {
    const bytes = await contentOf(body, read);
    room -= bytes?.length ?? 0;
    if (room < 0) break;
    if (bytes) Object.assign(body, textOf(bytes));
  }
  return JSON.stringify(har);
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // cut off or damaged, which its reader says
  }
}

/** What a HAR has of bodies, sent and received; none where it is no HAR, which its reader says. */
export function bodiesIn(har: unknown): Record<string, unknown>[] {
  const { entries } = fieldsOf(fieldsOf(har).log);
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown) => {
    const { request, response } = fieldsOf(entry);
    return [fieldsOf(fieldsOf(response).content), fieldsOf(fieldsOf(request).postData)];
  });
}

function isBody(value: Record<string, unknown>): value is Record<string, unknown> & Body {
  const { _file, text } = value;
  return typeof _file === "string" && text === undefined;
}

/** One damaged file costs its own body alone. */
async function contentOf({ _file }: Body, read: Read): Promise<Uint8Array | null> {
  try {
    return await read(_file);
  } catch (error) {
    if (error instanceof BadInput) return null;
    throw error;
  }
}

/** Of bytes that are no text the head is enough. */
const HEAD = 32 * 1024;

function textOf(bytes: Uint8Array): { text: string; encoding?: "base64" } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { text: btoa(String.fromCharCode(...bytes.subarray(0, HEAD))), encoding: "base64" };
  }
}
