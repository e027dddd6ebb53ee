import type { Decoded } from "./decoded.js";

/** What answers another message by its id, as the protocols name it. */
const ANSWERS = new Set([
  ...["Completion", "StreamItem", "ACK", "BINARY_ACK", "ack"],
  ...["PUBACK", "PUBREC", "PUBCOMP", "SUBACK", "UNSUBACK"],
]);

/** Told of one message after the other: answers get the subject of what they answer and the time that it took; a stream's items are folded into what opened it. */
export function createPairing(): (message: Decoded) => void {
  const asked = new Map<string, Decoded>();
  const uploads = new Map<string, Decoded>();
  return (message) => {
    const { id, kind, frame, streamIds } = message;
    const own = keyOf(message, frame.direction, id);
    for (const stream of streamIds) uploads.set(keyOf(message, frame.direction, stream), message);
    if (kind === "StreamInvocation" || streamIds.length > 0) {
      message.stream = { items: 0, endedAfterMs: null, error: null };
    }
    if (id === null) return;
    const question = asked.get(keyOf(message, frame.direction === "sent" ? "received" : "sent", id));
    if (ANSWERS.has(kind) && question) {
      message.answers = { subject: question.subject, afterMs: frame.at - question.frame.at };
    }
    const opener = openerOf(message, { question, upload: uploads.get(own), own: asked.get(own) });
    if (opener) fold(message, opener);
    else if (!ANSWERS.has(kind)) asked.set(own, message);
  };
}

function keyOf({ namespace }: Decoded, direction: string, id: string | null): string {
  return `${direction} ${namespace ?? ""} ${id}`;
}

interface Near {
  /** What the other side asked under this id. */
  question: Decoded | undefined;
  /** What this side opened under it, to send items itself. */
  upload: Decoded | undefined;
  /** What this side asked under it. */
  own: Decoded | undefined;
}

function openerOf({ kind }: Decoded, { question, upload, own }: Near): Decoded | null {
  if (kind === "CancelInvocation") return own?.stream ? own : null;
  if (kind !== "StreamItem" && kind !== "Completion") return null;
  if (upload) return upload;
  return question?.kind === "StreamInvocation" ? question : null;
}

function fold(message: Decoded, opener: Decoded): void {
  message.within = opener;
  const { stream } = opener;
  if (!stream) return;
  if (message.kind === "StreamItem") stream.items += 1;
  if (message.kind !== "Completion") return;
  stream.endedAfterMs = message.frame.at - opener.frame.at;
  stream.error = message.error;
}
