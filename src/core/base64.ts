const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** By hand: a pattern would look at each of a million signs in a row anew. */
export function withoutPadding(text: string): string {
  let end = text.length;
  while (text[end - 1] === "=") end -= 1;
  return text.slice(0, end);
}

/** base64 or base64url to bytes; the core has neither atob nor Buffer. */
export function base64Bytes(text: string): number[] {
  let bits = 0;
  let held = 0;
  const bytes: number[] = [];
  for (const letter of withoutPadding(text.replace(/-/g, "+").replace(/_/g, "/"))) {
    held = (held << 6) | ALPHABET.indexOf(letter);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return bytes;
}

/** base64 or base64url to UTF-8 text. Throws where the bytes are no text. */
export function decodeBase64(text: string): string {
  return decodeURIComponent(
    base64Bytes(text)
      .map((byte) => `%${byte.toString(16).padStart(2, "0")}`)
      .join(""),
  );
}
