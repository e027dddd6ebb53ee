/** The frames of the subprotocols, as far as the lab's clients use them. */
import type { RawData } from "ws";
import * as z from "zod";

const frame = z.object({
  type: z.enum(["joinGroup", "leaveGroup", "sendToGroup", "event", "ping", "sequenceAck"]),
  group: z.string().default(""),
  event: z.string().default("message"),
  ackId: z.number().optional(),
  sequenceId: z.number().optional(),
  noEcho: z.boolean().default(false),
  dataType: z.string().optional(),
  data: z.unknown().optional(),
});

/** What a client sends. */
export type Frame = z.infer<typeof frame>;

/** What the service sends; fields as in the JSON subprotocol. */
export type Message = { type: string } & Record<string, unknown>;

/** How a client of one subprotocol speaks. */
export interface Speech {
  read(data: RawData): Frame;
  /** Null for what such a client is not told. */
  write(message: Message): string | Buffer | null;
}

/** Without a subprotocol: whatever is sent is an event for the application, and only data comes back. */
const simple: Speech = {
  read: (data) => frame.parse({ type: "event", dataType: "text", data: String(data) }),
  write: ({ type, data }) => (type === "message" ? String(data) : null),
};

const json: Speech = {
  read: (data) => frame.parse(JSON.parse(String(data))),
  write: (message) => JSON.stringify(message),
};

/** Of the Protocol Buffers just `joinGroup` and `ping` are read, and only `connected`, `ack` and `pong` written. */
const protobuf: Speech = {
  read(data) {
    const bytes = new Uint8Array(data as Buffer);
    if ((bytes[0] ?? 0) >> 3 !== 6) return frame.parse({ type: "ping" });
    const length = bytes[3] ?? 0;
    return frame.parse({
      type: "joinGroup",
      group: new TextDecoder().decode(bytes.slice(4, 4 + length)),
      ackId: bytes[5 + length],
    });
  },
  write(message) {
    if (message.type === "system") return field(3, field(1, field(1, Buffer.from(String(message.connectionId)))));
    if (message.type === "ack")
      return field(1, Buffer.from([0x08, Number(message.ackId), 0x10, message.success ? 1 : 0]));
    return message.type === "pong" ? field(4, Buffer.alloc(0)) : null;
  },
};

/** A length-delimited field of fewer than 128 bytes. */
function field(number: number, value: Buffer): Buffer {
  return Buffer.concat([Buffer.from([(number << 3) | 2, value.length]), value]);
}

export function speechOf(subprotocol: string): Speech {
  if (subprotocol.startsWith("json.")) return json;
  return subprotocol.startsWith("protobuf.") ? protobuf : simple;
}
