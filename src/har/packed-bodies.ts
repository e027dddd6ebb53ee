import { bodiesIn, LONGEST_BODY, MOST_TOGETHER, parsed } from "./side-files.js";
import { inflate } from "./unzip.js";

/** The first three bytes of gzip in base64: no type of text begins so. */
const GZIP = "H4sI";

/** Some programs keep a body as it came over the wire, compressed: here it is what it was before. */
export async function withPlainBodies(text: string): Promise<string> {
  if (!text.includes(`"${GZIP}`)) return text;
  const har = parsed(text);
  let room = MOST_TOGETHER;
  for (const body of bodiesIn(har)) {
    const plain = isPacked(body) ? await plainOf(body.text) : null;
    room -= plain?.length ?? 0;
    if (room < 0) break;
    if (plain !== null) body.text = btoa(plain);
  }
  return har === null ? text : JSON.stringify(har);
}

function isPacked(body: Record<string, unknown>): body is { text: string } {
  return body.encoding === "base64" && typeof body.text === "string" && body.text.startsWith(GZIP);
}

/** A letter for each byte; null where it is damaged, or longer than the body of any handshake: it stays as it is. */
async function plainOf(base64: string): Promise<string | null> {
  try {
    const packed = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bytes = await inflate(packed, "gzip", LONGEST_BODY);
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  } catch {
    return null; // no base64, no gzip, or a bomb
  }
}
