/**
 * Control characters as their symbols, so that SignalR's record separator (U+001E) shows; tabs and line ends stay. Those that turn
 * the direction of writing have no symbol, and would make what stands around them read otherwise.
 */
export function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]/g, (char) =>
    char < " " ? String.fromCharCode(0x2400 + char.charCodeAt(0)) : "\ufffd",
  );
}
