import type { Played } from "./recording.js";

/** What a replay cannot show, or not as it was, in lines for the person who starts it. */
export function notesOn(played: readonly Played[]): string[] {
  const notes = played.flatMap(noteOn);
  const missing = played.flatMap(({ frames }) =>
    frames.filter(({ direction, payload }) => direction === "received" && payload.text === null),
  ).length;
  if (missing > 0)
    notes.push(
      `${missing} ${missing === 1 ? "message is" : "messages are"} not in the file and will not be sent; an export at the level keep-payloads holds more.`,
    );
  return [...new Set(notes)];
}

function noteOn(record: Played): string[] {
  const { channel, netError, status, responseBody } = record.exchange;
  const what = `${record.exchange.method} ${record.exchange.address.path}`;
  if (netError === "csp" || netError === "mixed-content")
    return [`${what}: the page's browser forbade it before it was sent, which only that page can show.`];
  if (netError === "" && !status)
    return [`${what}: the browser hid what the server answered; the connection is cut instead.`];
  if (/ERR_CERT_/.test(netError ?? "")) return [`${what}: a certificate was refused; the connection is cut instead.`];
  const isExpected = channel === "http" && status === 200 && /\/negotiate$/.test(record.exchange.address.path);
  if (isExpected && responseBody?.text == null) return [`${what}: the file does not hold the answer's body.`];
  return [];
}
