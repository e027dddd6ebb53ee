import { base64Bytes } from "./base64.js";
import { MQTT_REASONS } from "./mqtt-reasons.js";
import type { Content, FrameEvent } from "./traffic.js";

const CONNACK = 0x20;
/** Enough letters for the head of a packet. */
const HEAD_LETTERS = 16;

/** What a CONNACK that does not accept says; null for all other packets. */
export function mqttRefusalIn({ id, payload }: FrameEvent): { code: number; name: string; shownBy: string } | null {
  const [flags, code = 0] = connack(payload) ?? [];
  return flags === undefined || code === 0
    ? null
    : { code, name: MQTT_REASONS[code] ?? "a reason of its own", shownBy: id };
}

/** The same CONNACK, as far as its reason is a known one, and without what else the server says; null for all other packets. */
export function bareMqttRefusal(payload: Content): readonly number[] | null {
  const [flags, code = 0] = connack(payload) ?? [];
  if (flags === undefined || flags > 1 || !(code in MQTT_REASONS)) return null;
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
