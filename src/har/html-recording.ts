/** Where the HTML report keeps its recording, for who imports it; browsers neither show nor run it. */
const OPENING = '<script type="application/json" id="handshake-triage-recording">';
const CLOSING = "</script>";

/** No text of the recording can end the element that holds it, nor begin another. */
export function embedRecording(har: string): string {
  return `${OPENING}${har
    .replace(/</g, "\\u003c")
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029")}${CLOSING}`;
}

/** The HAR within a report of ours; null where it is none. */
export function recordingInHtml(text: string): string | null {
  if (!text.startsWith("<")) return null;
  const start = text.indexOf(OPENING);
  if (start < 0) return null;
  const end = text.indexOf(CLOSING, start);
  return text.slice(start + OPENING.length, end < 0 ? undefined : end);
}
