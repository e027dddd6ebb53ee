import { base64Bytes } from "./base64.js";
import type { Content, FrameEvent } from "./traffic.js";

const CONNACK = 0x20;
/** Enough letters for the head of a packet. */
const HEAD_LETTERS = 16;

/** MQTT 3.1.1 and 5 number their reasons apart; https://docs.oasis-open.org/mqtt/mqtt/v5.0/os/mqtt-v5.0-os.html#_Toc3901079 */
const REASONS: Readonly<Record<number, string>> = {
  1: "unacceptable protocol version",
  2: "client identifier rejected",
  3: "server unavailable",
  4: "bad user name or password",
  5: "not authorized",
  128: "unspecified error",
  129: "malformed packet",
  130: "protocol error",
  131: "implementation specific error",
  132: "unsupported protocol version",
  133: "client identifier not valid",
  134: "bad user name or password",
  135: "not authorized",
  136: "server unavailable",
  137: "server busy",
  138: "banned",
  140: "bad authentication method",
  144: "topic name invalid",
  149: "packet too large",
  151: "quota exceeded",
  153: "payload format invalid",
  154: "retain not supported",
  155: "QoS not supported",
  156: "use another server",
  157: "server moved",
  159: "connection rate exceeded",
};

/** What a CONNACK that does not accept says; null for all other packets. */
export function mqttRefusalIn({ id, payload }: FrameEvent): { code: number; name: string; shownBy: string } | null {
  const [flags, code = 0] = connack(payload) ?? [];
  return flags === undefined || code === 0 ? null : { code, name: REASONS[code] ?? "a reason of its own", shownBy: id };
}

/** The same CONNACK, as far as its reason is a known one, and without what else the server says; null for all other packets. */
export function bareMqttRefusal(payload: Content): readonly number[] | null {
  const [flags, code = 0] = connack(payload) ?? [];
  if (flags === undefined || flags > 1 || !(code in REASONS)) return null;
  // MQTT 5 has the codes from 128 on, and an empty list of properties after them.
  return code < 128 ? [CONNACK, 2, flags, code] : [CONNACK, 3, flags, code, 0];
}

/** Its flags and its code. */
function connack({ text, encoding }: Content): readonly [number, number] | null {
  if (encoding !== "base64") return null;
  const bytes = base64Bytes((text ?? "").slice(0, HEAD_LETTERS));
  if (bytes[0] !== CONNACK) return null;
  // The length takes one byte, or more where each but the last has its first bit set.
  let at = 1;
  while ((bytes[at] ?? 0) >= 0x80) at += 1;
  return [bytes[at + 1] ?? 0, bytes[at + 2] ?? 0];
}
