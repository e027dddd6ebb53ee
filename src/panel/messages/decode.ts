import type { ProtocolName } from "../../core/connection.js";
import type { FrameEvent } from "../../core/traffic.js";
import { type Decoded, type Decoder, undecoded } from "./decoded.js";
import { engineIoDecoder } from "./engine-io.js";
import { createPairing } from "./pairing.js";
import { signalrDecoder } from "./signalr.js";
import { webPubSubDecoder } from "./web-pubsub.js";

export interface Spoken {
  protocol: ProtocolName;
  /** Engine.IO's revision, as the client asked for it. */
  revision: string | null;
  /** Web PubSub's, as the service chose it, or else as the client asked for it. */
  subprotocol: string | null;
}

/** Reads one connection's frames in their order, as many at a time as there are. */
export interface Reader {
  read(frames: readonly FrameEvent[]): Decoded[];
}

/** Never throws: what cannot be decoded is shown as it is, and where a decoder failed, why. */
export function createReader(spoken: Spoken, decode: Decoder = decoderFor(spoken)): Reader {
  const pair = createPairing();
  const messagesIn = (frame: FrameEvent) => {
    try {
      const messages = decode(frame);
      return messages.length > 0 ? messages : [undecoded(frame)];
    } catch (error) {
      // A decoder's own fault costs no other message.
      return [{ ...undecoded(frame), fault: error instanceof Error ? error.message : String(error) }];
    }
  };
  return {
    read(frames) {
      const found = frames.flatMap(messagesIn);
      found.forEach(pair);
      return found;
    },
  };
}

function decoderFor({ protocol, revision, subprotocol }: Spoken): Decoder {
  if (protocol === "signalr") return signalrDecoder();
  return protocol === "engine-io" ? engineIoDecoder(revision) : webPubSubDecoder(subprotocol);
}
