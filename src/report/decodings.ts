const DEEPEST = 3;
/** SignalR's records end with it. */
const RECORD_SEPARATOR = "\u001e";
const SHORTEST_BASE64 = 16;
const BASE64 = /[A-Za-z0-9+/_-]{16,}={0,2}/g;
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** A text in every way in which it may be read: percent-decoded, base64, JSON within JSON, HTML. */
export function* decodings(text: string, depth = 0): Generator<string> {
  yield text;
  if (depth >= DEEPEST) return;
  for (const next of once(text)) yield* decodings(next, depth + 1);
}

function once(text: string): string[] {
  const plain = [percent(text), unescaped(text), entities(text)].filter((each) => each !== text);
  if (text.length < SHORTEST_BASE64) return plain;
  const wrapped = (text.match(BASE64) ?? []).flatMap((run) => base64(run) ?? []);
  return wrapped.length > 0 ? [...plain, wrapped.join("\n")] : plain;
}

function percent(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/(?:%[0-9a-f]{2})+/gi, decodedOrNot); // a part of it is no UTF-8, or no encoding
  }
}

function decodedOrNot(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run; // no UTF-8 behind it
  }
}

function unescaped(text: string): string {
  return text.includes("\\")
    ? text.replace(
        /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|(.))/gi,
        (_, unicode?: string, byte?: string, letter?: string) => {
          const code = unicode ?? byte;
          return code === undefined ? (letter ?? "") : String.fromCharCode(Number.parseInt(code, 16));
        },
      )
    : text;
}

function entities(text: string): string {
  return text.includes("&")
    ? text.replace(/&(#39|#x?[0-9a-f]{1,6}|[a-z]{2,4});/gi, (whole, name: string) => {
        if (name in ENTITIES) return ENTITIES[name] ?? whole;
        const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
        return Number.isInteger(code) && code < 0x110000 ? String.fromCodePoint(code) : whole;
      })
    : text;
}

/** Of bytes that are no UTF-8 (MessagePack, protobuf) the stretches of letters; null where it is no base64. */
function base64(run: string): string | null {
  const digits = run
    .replace(/-/g, "+")
    .replace(/_/g, "/")
    .replace(/={1,2}$/, "");
  if (digits.length % 4 === 1) return null;
  const bytes = atob(digits);
  return utf8(bytes) ?? bytes.replace(/[^ -~]+/g, "\n");
}

const decoder = new TextDecoder();

/** Null where they are no text. To throw for each of a million runs would take a minute, so the decoder marks what is amiss. */
function utf8(bytes: string): string | null {
  if (/^[\s -~]*$/.test(bytes)) return bytes;
  const octets = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at += 1) octets[at] = bytes.charCodeAt(at);
  const text = decoder.decode(octets);
  return text.includes("\ufffd") || /[^\P{Cc}\s]/u.test(text.replaceAll(RECORD_SEPARATOR, "")) ? null : text;
}
