import { MQTT_REASONS } from "../../core/mqtt-reasons.js";
import { bytesOf, valueIn } from "./bytes.js";
import { type Cursor, cursorOver, textOf } from "./cursor.js";
import { type Decoded, type Decoder, decoded, undecoded } from "./decoded.js";
import { PACKETS, PROPERTIES } from "./mqtt-words.js";

/**
 * MQTT 3.1.1 and 5 over a WebSocket: packets need not end where frames do (section 6 of either standard). Which of the two
 * is spoken stands in CONNECT; where that was not recorded, CONNACK's length gives it away.
 */
export function mqttDecoder(): Decoder {
  const left = { sent: new Uint8Array(), received: new Uint8Array() };
  const spoken = { isFive: false };
  return (frame) => {
    const { text, encoding } = frame.payload;
    if (text === null || encoding !== "base64") return [undecoded(frame)];
    const found: Decoded[] = [];
    let bytes = joined(left[frame.direction], bytesOf(text));
    left[frame.direction] = new Uint8Array(); // stays so where it is no MQTT: the next frame begins anew
    for (let packet = firstOf(bytes); packet; packet = firstOf(bytes)) {
      const { kind, flags, body } = packet;
      bytes = packet.rest;
      found.push(decoded(frame, kind, read(kind, flags, body, spoken)));
    }
    left[frame.direction] = bytes.slice();
    return found.length > 0 ? found : [decoded(frame, "part of a packet", { data: bytesOf(text) })];
  };
}

type Told = Partial<Omit<Decoded, "frame" | "kind">>;

interface Spoken {
  isFive: boolean;
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other;
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/** Null where the packet is not whole yet. */
function firstOf(bytes: Uint8Array): { kind: string; flags: number; body: Cursor; rest: Uint8Array } | null {
  const [first] = bytes;
  const end = bytes.subarray(1, 5).findIndex((byte) => byte < 0x80);
  if (first === undefined) return null;
  if (end < 0 && bytes.length >= 5) throw new RangeError("a length that does not end");
  if (end < 0) return null;
  const cursor = cursorOver(bytes.subarray(1));
  const length = Number(cursor.varint());
  const kind = PACKETS[first >> 4];
  if (!kind) throw new RangeError("no packet of MQTT");
  if (length > bytes.length - 2 - end) return null;
  return { kind, flags: first & 0xf, body: cursorOver(cursor.take(length)), rest: cursor.rest() };
}

function read(kind: string, flags: number, body: Cursor, spoken: Spoken): Told {
  if (kind === "CONNECT") return connect(body, spoken);
  if (kind === "CONNACK") return connack(body, spoken);
  if (kind === "PUBLISH") return publish(flags, body, spoken);
  if (kind === "PINGREQ" || kind === "PINGRESP") return { isPing: true };
  if (kind === "DISCONNECT" || kind === "AUTH") return ended(body);
  const id = String(body.number(2));
  if (/SUBSCRIBE$/.test(kind)) return subscribe(kind, id, body, spoken);
  if (/SUBACK$/.test(kind)) {
    const properties = propertiesOf(body, spoken);
    const codes = [...body.rest()];
    return { id, error: reasonIn(codes), data: filled({ codes, ...properties }) };
  }
  return { id, ...ended(body) };
}

function connect(body: Cursor, spoken: Spoken): Told {
  const protocol = text(body);
  const level = body.byte();
  spoken.isFive = level === 5;
  const flags = body.byte();
  const has = (bit: number) => (flags & (1 << bit)) !== 0;
  const keepAlive = body.number(2);
  const properties = propertiesOf(body, spoken);
  const clientId = text(body);
  const will = has(2)
    ? { properties: propertiesOf(body, spoken), topic: text(body), payload: payload(lengthed(body)) }
    : undefined;
  const userName = has(7) ? text(body) : undefined;
  const password = has(6) ? lengthed(body) : undefined;
  const version = level === 5 ? "5" : level === 4 ? "3.1.1" : String(level);
  return {
    subject: clientId || null,
    data: filled({ protocol, version, keepAlive, cleanStart: has(1), ...properties, will, userName, password }),
  };
}

function connack(body: Cursor, spoken: Spoken): Told {
  const flags = body.byte();
  const code = body.byte();
  spoken.isFive = !body.isAtEnd();
  const properties = propertiesOf(body, spoken);
  const error = code === 0 ? null : (reasonOf(code) ?? `code ${code}`);
  return { error, data: filled({ sessionPresent: flags === 1, code, ...properties }) };
}

function publish(flags: number, body: Cursor, spoken: Spoken): Told {
  const topic = text(body);
  const qos = (flags >> 1) & 3;
  const id = qos > 0 ? String(body.number(2)) : null;
  const properties = propertiesOf(body, spoken);
  const data = payload(body.rest());
  const told = filled({ qos: qos || undefined, retain: (flags & 1) === 1 || undefined, ...properties });
  return { subject: topic || null, id, data: told ? { ...told, payload: data } : data };
}

function subscribe(kind: string, id: string, body: Cursor, spoken: Spoken): Told {
  const properties = propertiesOf(body, spoken);
  const topics: string[] = [];
  while (!body.isAtEnd()) {
    topics.push(text(body));
    if (kind === "SUBSCRIBE") body.byte();
  }
  return { id, subject: topics.join(", "), data: filled({ topics, ...properties }) };
}

/** A reason code and properties, which version 5 alone has, and leaves out where all is well. */
function ended(body: Cursor): Told {
  if (body.isAtEnd()) return {};
  const code = body.byte();
  return { error: reasonIn([code]), data: filled({ code, ...propertiesOf(body, { isFive: true }) }) };
}

function propertiesOf(body: Cursor, { isFive }: Spoken): Record<string, unknown> {
  if (!isFive || body.isAtEnd()) return {};
  const cursor = cursorOver(body.take(Number(body.varint())));
  const found: Record<string, unknown> = {};
  while (!cursor.isAtEnd()) {
    const known = PROPERTIES[cursor.byte()];
    if (!known) throw new RangeError("no property of MQTT");
    const [name, type] = known;
    if (type === "byte") found[name] = cursor.byte();
    else if (type === "two" || type === "four") found[name] = cursor.number(type === "two" ? 2 : 4);
    else if (type === "varint") found[name] = cursor.varint();
    else if (type === "text") found[name] = text(cursor);
    else if (type === "bytes") found[name] = lengthed(cursor);
    else found[text(cursor)] = text(cursor);
  }
  return found;
}

function reasonIn(codes: readonly number[]): string | null {
  const code = codes.find((each) => each >= 0x80);
  return code === undefined ? null : (reasonOf(code) ?? `reason ${code}`);
}

function reasonOf(code: number): string | undefined {
  const reason = MQTT_REASONS[code];
  return reason && reason.charAt(0).toUpperCase() + reason.slice(1);
}

function lengthed(cursor: Cursor): Uint8Array {
  return cursor.take(cursor.number(2));
}

function text(cursor: Cursor): string {
  return new TextDecoder().decode(lengthed(cursor));
}

/** JSON as a value, text as text, anything else as bytes. */
function payload(bytes: Uint8Array): unknown {
  const said = textOf(bytes);
  if (said === null) return bytes;
  return valueIn(said)?.value ?? said;
}

/** Without what is not there; undefined where nothing is. */
function filled(told: Record<string, unknown>): Record<string, unknown> | undefined {
  const there = Object.entries(told).filter(([, value]) => value !== undefined);
  return there.length > 0 ? Object.fromEntries(there) : undefined;
}
