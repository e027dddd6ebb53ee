import type { ProtocolName } from "../../core/connection.js";
import type { FrameEvent } from "../../core/traffic.js";
import { type Decoded, type Decoder, undecoded } from "./decoded.js";
import { engineIoDecoder } from "./engine-io.js";
import { paired } from "./pairing.js";
import { signalrDecoder } from "./signalr.js";
import { webPubSubDecoder } from "./web-pubsub.js";

export interface Spoken {
  protocol: ProtocolName;
  /** Engine.IO's revision, as the client asked for it. */
  revision: string | null;
  /** Web PubSub's, as the service chose it, or else as the client asked for it. */
  subprotocol: string | null;
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

function decoderFor({ protocol, revision, subprotocol }: Spoken): Decoder {
  if (protocol === "signalr") return signalrDecoder();
  return protocol === "engine-io" ? engineIoDecoder(revision) : webPubSubDecoder(subprotocol);
}
