import type { FrameEvent } from "../../core/traffic.js";
import { objectIn } from "./bytes.js";
import { type Decoded, type Decoder, decoded, undecoded } from "./decoded.js";

/** json.webpubsub.azure.v1 and its reliable form; the simple client's frames are whatever the application sends. */
export function webPubSubDecoder(): Decoder {
  return (frame) => {
    const { text, encoding } = frame.payload;
    const message = text !== null && encoding === "text" ? objectIn(text) : null;
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
    error: success === false ? refusal(error) : null,
    isPing: type === "ping" || type === "pong",
  });
}

function refusal(error: unknown): string {
  if (typeof error !== "object" || error === null) return "refused";
  const { name, message } = error as { name?: unknown; message?: unknown };
  return [name, message].filter((each) => typeof each === "string").join(": ") || "refused";
}
