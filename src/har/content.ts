import type { Content } from "../core/traffic.js";

const TEXTUAL = /^\s*$|^text\/|json|xml|javascript|form-urlencoded|^x-unknown$/i;

/** A body as a HAR has it, decoded where its type is text. `bytes` is what the writer says of its size, if it says. */
export function readContent(
  text: string,
  encoding: string | null,
  mimeType: string | null,
  bytes: number | null,
): Content {
  if (encoding !== "base64") return { text, encoding: "text", bytes: bytes ?? byteLength(text) };
  const size = bytes ?? base64Length(text);
  const decoded = TEXTUAL.test(mimeType ?? "") ? decodeText(text) : null;
  return decoded === null
    ? { text, encoding: "base64", bytes: size }
    : { text: decoded, encoding: "text", bytes: size };
}

const encoder = new TextEncoder();

export function byteLength(text: string): number {
  return encoder.encode(text).length;
}

/** Bytes behind a base64 text, without decoding it. */
export function base64Length(text: string): number {
  const digits = text.replace(/[^A-Za-z0-9+/_-]/g, "").length;
  return Math.floor((digits * 3) / 4);
}

function decodeText(base64: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null; // no base64, or no UTF-8: the caller keeps it as it came
  }
}
