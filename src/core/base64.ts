const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** base64 or base64url to UTF-8 text; the core has neither atob nor Buffer. Throws where the bytes are no text. */
export function decodeBase64(text: string): string {
  let bits = 0;
  let held = 0;
  let escaped = "";
  for (const letter of text.replace(/-/g, "+").replace(/_/g, "/").replace(/=+$/, "")) {
    held = (held << 6) | ALPHABET.indexOf(letter);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    escaped += `%${((held >> bits) & 0xff).toString(16).padStart(2, "0")}`;
  }
  return decodeURIComponent(escaped);
}
