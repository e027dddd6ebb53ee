/** Who tells of an exchange: the browser's DevTools, the page itself, or webRequest. */
export type Source = "devtools" | "tap" | "web";

/** An exchange's id begins with its source; null for one of a HAR file or a wire script, which stands for itself. */
export function sourceOf(exchange: string): Source | null {
  return (/^(devtools|tap|web)-/.exec(exchange)?.[1] as Source | undefined) ?? null;
}
