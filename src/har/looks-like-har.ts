/** The head of a HAR, as every producer writes it; no log's line begins so (Docker's `{"log":"…"}` holds a string). */
const HEAD = /^\uFEFF?\s*\{\s*"log"\s*:\s*\{\s*"(?:version|creator|browser|pages|entries|comment)"/;

/** Is it a recording of requests, where words were asked for? */
export function looksLikeHar(text: string): boolean {
  return HEAD.test(text.slice(0, 1000));
}
