import { isObject, type JsonObject, type JsonRedaction, parseJson, stringifyLike } from "./redact-json.js";
import type { TextRedaction } from "./redact-text.js";

/** Messages of the protocols: what a diagnosis reads stays, the application's own data goes. Null where it is none of them. */
export interface MessageRedaction {
  /** ASP.NET Core SignalR's records, or one JSON object of classic SignalR or Web PubSub. */
  json(text: string): string | null;
  /** Engine.IO packets, of a frame or a polled body. */
  packets(text: string): string | null;
}

const RECORD_SEPARATOR = "\u001e";
/** docs/specs/HubProtocol.md of dotnet/aspnetcore; S, I and E are classic SignalR's; the rest is Web PubSub's. */
const KEPT =
  /^(protocol|version|type|target|invocationId|streamIds|error|allowReconnect|sequenceId|S|I|E|event|message|ackId|success|group|dataType|noEcho|from|name)$/;

export function createMessageRedaction(redaction: TextRedaction, json: JsonRedaction): MessageRedaction {
  function records(text: string): string | null {
    const isRecords = text.includes(RECORD_SEPARATOR);
    const parts = isRecords ? text.split(RECORD_SEPARATOR) : [text];
    const safe = parts.map((part) => (isRecords && part === "" ? "" : record(part)));
    return safe.every((part) => part !== null) ? safe.join(RECORD_SEPARATOR) : null;
  }

  function record(text: string): string | null {
    const message = parseJson(text);
    return isObject(message) ? stringifyLike(text, message, fields(message)) : null;
  }

  /** Arguments keep their number; an event of Web PubSub may call its own data "message". */
  function fields(message: JsonObject): JsonObject {
    const safe = json.only(message, KEPT);
    if (Array.isArray(message.arguments)) safe.arguments = message.arguments.map(json.data);
    return isObject(message.message) ? { ...safe, message: json.data(message.message) } : safe;
  }

  function packets(text: string): string | null {
    const [, call = "", wrapped] = /^(\s*___eio\[\d+\]\()(".*")\);?\s*$/s.exec(text) ?? [];
    const inner = wrapped === undefined ? undefined : parseJson(wrapped);
    if (typeof inner === "string") {
      const safe = packets(inner);
      return safe === null ? null : `${call}${JSON.stringify(safe)});`;
    }
    if (/^\d+:[0-6b]/.test(text)) return packetsByLength(text);
    const safe = text.split(RECORD_SEPARATOR).map(packet);
    return safe.every((each) => each !== null) ? safe.join(RECORD_SEPARATOR) : null;
  }

  /** Revision 3 writes each packet's length before it, so the lengths must be written anew. */
  function packetsByLength(text: string): string | null {
    const safe = splitByLength(text).map(packet);
    return safe.every((each) => each !== null) ? safe.map((each) => `${each.length}:${each}`).join("") : null;
  }

  function packet(text: string): string | null {
    if (/^([12356]|[23]probe)$/.test(text)) return text;
    if (text.startsWith("b")) return String(json.data(text));
    if (text.startsWith("0{"))
      return parseJson(text.slice(1)) ? withJson("0", text.slice(1), json.secrets) : redaction.text(text);
    const [whole, head = "", body = ""] = /^(4[0-6](?:\d+-)?(?:\/[^,]*,)?\d*)(.*)$/s.exec(text) ?? [];
    if (whole === undefined) return text.startsWith("4") ? `4${String(json.data(text.slice(1)))}` : null;
    return socketIoPacket(redaction.text(head), body);
  }

  function socketIoPacket(head: string, body: string): string {
    const type = head[1] ?? "";
    if (body === "" || type === "1") return head + redaction.text(body);
    if (type === "4") return withJson(head, body, connectError);
    if (type === "0")
      return withJson(head, body, (value) => (isObject(value) ? json.only(value, /^$/) : json.data(value)));
    return withJson(head, body, (value) => (Array.isArray(value) ? event(value, /[25]/.test(type)) : json.data(value)));
  }

  function connectError(error: unknown): unknown {
    if (!isObject(error)) return json.secrets(error);
    return json.only(error, /^(message|code|type|status)$/);
  }

  /** The event's name is no data; an acknowledgement has none. */
  function event(values: unknown[], hasName: boolean): unknown[] {
    return values.map((value, index) =>
      hasName && index === 0 && typeof value === "string" ? redaction.text(value) : json.data(value),
    );
  }

  function withJson(head: string, body: string, redact: (value: unknown) => unknown): string {
    const value = parseJson(body);
    return head + (value === undefined ? String(json.data(body)) : stringifyLike(body, value, redact(value)));
  }

  return { json: records, packets };
}

/** Where a length does not fit, all that is left is one packet. */
function splitByLength(text: string): string[] {
  const packets: string[] = [];
  for (let rest = text; rest; ) {
    const [head = "", length = ""] = /^(\d+):/.exec(rest) ?? [];
    const end = head.length + Number(length);
    const fits = head !== "" && (end === rest.length || /^\d+:/.test(rest.slice(end)));
    packets.push(fits ? rest.slice(head.length, end) : rest.slice(head.length));
    rest = fits ? rest.slice(end) : "";
  }
  return packets;
}
