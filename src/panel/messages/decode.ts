import type { ProtocolName } from "../../core/connection.js";
import type { FrameEvent } from "../../core/traffic.js";
import { type Decoded, type Decoder, undecoded } from "./decoded.js";
import { engineIoDecoder } from "./engine-io.js";
import { signalrDecoder } from "./signalr.js";
import { webPubSubDecoder } from "./web-pubsub.js";

export interface Spoken {
  protocol: ProtocolName;
  /** Engine.IO's revision, as the client asked for it. */
  revision: string | null;
}

/** The messages of one connection, in the order of its frames; never throws, what cannot be decoded is shown as it is. */
export function decodeFrames(frames: readonly FrameEvent[], spoken: Spoken): Decoded[] {
  const decode = decoderFor(spoken);
  return paired(
    frames.flatMap((frame) => {
      try {
        const messages = decode(frame);
        return messages.length > 0 ? messages : [undecoded(frame)];
      } catch {
        return [undecoded(frame)]; // a decoder's own fault costs no other message
      }
    }),
  );
}

function decoderFor({ protocol, revision }: Spoken): Decoder {
  if (protocol === "signalr") return signalrDecoder();
  return protocol === "engine-io" ? engineIoDecoder(revision) : webPubSubDecoder();
}

const ASKS = new Set(["Invocation", "StreamInvocation", "EVENT", "BINARY_EVENT"]);
const ANSWERS = new Set(["Completion", "StreamItem", "ACK", "BINARY_ACK", "ack"]);

/** Answers get the subject of what they answer, and the time that it took. */
function paired(messages: Decoded[]): Decoded[] {
  const asked = new Map<string, Decoded>();
  for (const message of messages) {
    const { id, kind, frame, namespace } = message;
    if (id === null) continue;
    const key = (direction: string) => `${direction} ${namespace ?? ""} ${id}`;
    const question = asked.get(key(frame.direction === "sent" ? "received" : "sent"));
    if (ANSWERS.has(kind) && question) {
      message.answers = { subject: question.subject, afterMs: frame.at - question.frame.at };
    } else if (ASKS.has(kind) || !ANSWERS.has(kind)) asked.set(key(frame.direction), message);
  }
  return messages;
}
