import { decode } from "@msgpack/msgpack";
import { type Packet, PacketType, Decoder as SocketIoDecoder } from "socket.io-parser";
import type { FrameEvent } from "../../core/traffic.js";
import { bytesOf, valueIn } from "./bytes.js";
import { type Decoded, type Decoder, decoded, undecoded } from "./decoded.js";

const PACKETS = ["open", "close", "ping", "pong", "message", "upgrade", "noop"];
const MESSAGE = 4;

/**
 * Engine.IO's packet type is the first character, and what follows a 4 is Socket.IO's. Attachments come in binary frames
 * after their event, with a type byte of their own in revision 3: hence one decoder for each direction.
 */
export function engineIoDecoder(revision: string | null): Decoder {
  const decoders = { sent: createPackets(), received: createPackets() };
  return (frame) => {
    const { text, encoding } = frame.payload;
    if (text === null) return [undecoded(frame)];
    const packets = decoders[frame.direction];
    if (encoding === "base64") {
      const bytes = bytesOf(text);
      return packets.binary(frame, revision === "3" && bytes[0] === MESSAGE ? bytes.subarray(1) : bytes);
    }
    const type = /^[0-6]/.test(text) ? Number(text[0]) : null;
    if (type === null) return [undecoded(frame)];
    if (type === MESSAGE && text.length > 1) return packets.text(frame, text.slice(1));
    return [enginePacket(frame, type, text.slice(1))];
  };
}

function enginePacket(frame: FrameEvent, type: number, rest: string): Decoded {
  const isPing = type === 2 || type === 3;
  // A probe is an upgrade's, and tells how far that came.
  const isProbe = isPing && rest === "probe";
  const said = rest === "" ? undefined : (valueIn(rest)?.value ?? rest);
  return decoded(frame, `${PACKETS[type]}${isProbe ? " probe" : ""}`, {
    data: isProbe ? undefined : said,
    isPing: isPing && !isProbe,
  });
}

interface Packets {
  text(frame: FrameEvent, packet: string): Decoded[];
  binary(frame: FrameEvent, bytes: Uint8Array): Decoded[];
}

function createPackets(): Packets {
  const decoder = new SocketIoDecoder();
  let found: Packet[] = [];
  let awaits = false;
  decoder.on("decoded", (packet: Packet) => {
    found.push(packet);
    awaits = false;
  });

  function add(frame: FrameEvent, part: string | ArrayBuffer): Decoded[] | null {
    found = [];
    try {
      decoder.add(part);
      return found.map((packet) => fromPacket(frame, packet));
    } catch {
      decoder.destroy(); // what it had begun with is of no use any more
      awaits = false;
      return null;
    }
  }

  return {
    text(frame, packet) {
      const complete = add(frame, packet);
      if (complete === null) return [decoded(frame, "message", { data: packet })];
      awaits = complete.length === 0;
      return awaits ? [decoded(frame, "BINARY_EVENT", { data: packet })] : complete;
    },
    binary(frame, bytes) {
      const packed = awaits ? null : packedPacket(bytes);
      if (packed) return [fromPacket(frame, packed)];
      const complete = awaits ? add(frame, bytes.slice().buffer) : null;
      return complete && complete.length > 0 ? complete : [decoded(frame, "attachment", { data: bytes })];
    },
  };
}

/** What socket.io-msgpack-parser writes: the packet itself, packed; null where the bytes are no such thing. */
function packedPacket(bytes: Uint8Array): Packet | null {
  try {
    const packet = decode(bytes);
    const isPacket = typeof packet === "object" && packet !== null && "type" in packet && "nsp" in packet;
    return isPacket && typeof packet.type === "number" ? (packet as Packet) : null;
  } catch {
    return null; // an attachment whose event was not seen
  }
}

function fromPacket(frame: FrameEvent, { type, nsp, data, id }: Packet): Decoded {
  const isEvent = type === PacketType.EVENT || type === PacketType.BINARY_EVENT;
  const [event, ...args] = isEvent && Array.isArray(data) ? (data as unknown[]) : [];
  return decoded(frame, PacketType[type] ?? String(type), {
    subject: isEvent ? String(event) : null,
    namespace: nsp === "/" ? null : nsp,
    id: id === undefined ? null : String(id),
    data: isEvent ? args : data,
    error: type === PacketType.CONNECT_ERROR ? messageOf(data) : null,
  });
}

/** Version 2 sends the message alone. */
function messageOf(data: unknown): string {
  if (typeof data === "object" && data !== null && "message" in data) return String(data.message);
  return String(data);
}
