import type { FrameEvent } from "../../core/traffic.js";
import { bytesOf, objectIn } from "./bytes.js";
import { type Decoded, type Decoder, decoded, undecoded } from "./decoded.js";
import { mqttDecoder } from "./mqtt.js";
import { jsonOf } from "./web-pubsub-protobuf.js";

/** Which of the service's languages a client speaks is in its subprotocol; a simple client's frames are whatever the application sends. */
export function webPubSubDecoder(subprotocol: string | null): Decoder {
  if (subprotocol?.startsWith("mqtt")) return mqttDecoder();
  const isProtobuf = subprotocol?.startsWith("protobuf.") ?? false;
  return (frame) => {
    const { text, encoding } = frame.payload;
    if (text === null || (encoding === "base64" && !isProtobuf)) return [undecoded(frame)];
    const message = encoding === "base64" ? jsonOf(bytesOf(text), frame.direction) : objectIn(text);
    if (typeof message?.type !== "string") return [undecoded(frame)];
    return [fromMessage(frame, message.type, message)];
  };
}

function fromMessage(frame: FrameEvent, type: string, message: Record<string, unknown>): Decoded {
  const {
    event,
    group,
    ackId,
    sequenceId,
    data,
    error,
    success,
    dataType: _,
    type: __,
    from: ___,
    noEcho: ____,
    ...rest
  } = message;
  const subject = [event, group].find((each) => typeof each === "string");
  const left = Object.keys(rest).length > 0 ? rest : undefined;
  return decoded(frame, type === "system" ? `system ${String(event)}` : type, {
    subject: type === "system" ? null : ((subject as string | undefined) ?? null),
    id: ackId === undefined ? null : String(ackId),
    data: data ?? (sequenceId === undefined ? left : { ...rest, sequenceId }),
    error: success === false || error !== undefined ? refusal(error) : null,
    isPing: type === "ping" || type === "pong",
  });
}

function refusal(error: unknown): string {
  if (typeof error !== "object" || error === null) return "refused";
  const { name, message } = error as { name?: unknown; message?: unknown };
  return [name, message].filter((each) => typeof each === "string").join(": ") || "refused";
}
